import { readFileSync } from "node:fs";
import { join } from "node:path";

import * as commands from "@dpm/commands";
import { expect, it } from "vitest";

it("the example of the README does what it says", () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const [, example = ""] = /```ts\n([\s\S]*?)```/u.exec(readme) ?? [];
  const code = example.replace(/import \{(.*)\} from .*;/u, "const {$1} = commands;");
  const lines: string[] = [];
  const console = { log: (...words: unknown[]) => lines.push(words.join(" ")) };
  // oxlint-disable-next-line typescript/no-implied-eval -- the README is ours, and runs as it stands
  new Function("commands", "console", code)(commands, console);
  expect(lines[0]).toBe("config-display true");
  expect(lines).toContain("pmc config display [ID…] [-g NAME]… [--origin] [--overrides]");
});
