import type { Shell } from "@dpm/commands";

import { bashCompletion } from "./bash-completion.ts";
import { fishCompletion } from "./fish-completion.ts";
import { zshCompletion } from "./zsh-completion.ts";

const writers: Readonly<Record<Shell, () => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** The script that makes a shell complete the commands and options of `pmc` and `pm`. */
export function completionScript(shell: Shell): string {
  return writers[shell]();
}
