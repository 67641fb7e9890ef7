import type { OptionSpec } from "../model/command-spec.ts";

/** A word of the command line that is one of the known options. */
export interface OptionMatch {
  readonly option: OptionSpec;
  /** The value written in the same word: `--lines=5`, `-n5`; null when there is none. */
  readonly attached: string | null;
}

/**
 * Whether a word is one of the given options. Only whole spellings count: `-gateway` is not `-g ateway`, since a
 * word with a dash may be an id; a number may be attached to a letter (`-n5`).
 */
export function matchOption(word: string, known: readonly OptionSpec[]): OptionMatch | null {
  const [, letter, digits] = /^(-[A-Za-z])(\d+)$/u.exec(word) ?? [];
  const equals = word.indexOf("=");
  const flag = equals > 2 ? word.slice(0, equals) : word;
  for (const option of known) {
    if (option.flags.includes(flag)) {
      return { option, attached: flag === word ? null : word.slice(equals + 1) };
    }
    if (letter !== undefined && option.value === "number" && option.flags.includes(letter)) {
      return { option, attached: digits ?? null };
    }
  }
  return null;
}
