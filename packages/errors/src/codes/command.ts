import { code, type CodeEntry } from "../code-entry.ts";

/** Details of a word that nothing is called by. */
interface UnknownWord {
  /** What was typed. */
  readonly word: string;
  /** What it was read as: "command", "option", "shell". */
  readonly what: string;
  /** The known word that it most likely meant. */
  readonly nearest?: string;
  /** The words after `pmc help` of the page that tells more. */
  readonly page: string;
}

const seePage = (page: string): string => `See "${["pmc help", page].join(" ").trim()}".`;

/** Errors in what was typed on the command line, found before any connection. */
export const commandCodes: {
  readonly ERR_DPM_COMMAND_MISSING: CodeEntry<{
    readonly after: string;
    readonly choices: readonly string[];
  }>;
  readonly ERR_DPM_COMMAND_UNKNOWN_WORD: CodeEntry<UnknownWord>;
  readonly ERR_DPM_COMMAND_UNKNOWN_OPTION: CodeEntry<UnknownWord>;
  readonly ERR_DPM_COMMAND_MISSING_ARGUMENT: CodeEntry<{
    readonly argument: string;
    readonly usage: string;
    readonly page: string;
  }>;
  readonly ERR_DPM_COMMAND_EXCESS_ARGUMENT: CodeEntry<{
    readonly argument: string;
    readonly usage: string;
    readonly page: string;
  }>;
  readonly ERR_DPM_COMMAND_MISSING_VALUE: CodeEntry<{
    readonly option: string;
    readonly page: string;
  }>;
  readonly ERR_DPM_COMMAND_INVALID_VALUE: CodeEntry<{
    readonly what: string;
    readonly value: string;
    readonly expected: string;
    readonly page: string;
  }>;
  readonly ERR_DPM_COMMAND_FILE_UNREADABLE: CodeEntry<{
    readonly what: string;
    readonly path: string;
    readonly errno: string;
  }>;
  readonly ERR_DPM_COMMAND_TOKEN_FILE_INVALID: CodeEntry<{
    readonly path: string;
    readonly line: number;
  }>;
} = {
  ERR_DPM_COMMAND_MISSING: code<{ readonly after: string; readonly choices: readonly string[] }>({
    category: "invalid-argument",
    message: ({ after, choices }) => `a command is missing after "${after}": ${choices.join(", ")}`,
    hint: ({ after }) => seePage(after.replace(/^pmc ?/u, "")),
  }),
  ERR_DPM_COMMAND_UNKNOWN_WORD: code<UnknownWord>({
    category: "invalid-argument",
    message: ({ word, what }) => `"${word}" is no ${what}`,
    hint: ({ nearest, page }) =>
      nearest === undefined ? seePage(page) : `Did you mean "${nearest}"? ${seePage(page)}`,
  }),
  ERR_DPM_COMMAND_UNKNOWN_OPTION: code<UnknownWord>({
    category: "invalid-argument",
    message: ({ word }) => `there is no option ${word} here`,
    hint: ({ nearest, page }) =>
      nearest === undefined ? seePage(page) : `Did you mean ${nearest}? ${seePage(page)}`,
  }),
  ERR_DPM_COMMAND_MISSING_ARGUMENT: code<{
    readonly argument: string;
    readonly usage: string;
    readonly page: string;
  }>({
    category: "invalid-argument",
    message: ({ argument, usage }) => `${argument} is missing: ${usage}`,
    hint: ({ page }) => seePage(page),
  }),
  ERR_DPM_COMMAND_EXCESS_ARGUMENT: code<{
    readonly argument: string;
    readonly usage: string;
    readonly page: string;
  }>({
    category: "invalid-argument",
    message: ({ argument, usage }) => `"${argument}" is one word too many: ${usage}`,
    hint: ({ page }) => seePage(page),
  }),
  ERR_DPM_COMMAND_MISSING_VALUE: code<{ readonly option: string; readonly page: string }>({
    category: "invalid-argument",
    message: ({ option }) => `${option} needs a value`,
    hint: ({ page }) => seePage(page),
  }),
  ERR_DPM_COMMAND_INVALID_VALUE: code<{
    readonly what: string;
    readonly value: string;
    readonly expected: string;
    readonly page: string;
  }>({
    category: "invalid-argument",
    message: ({ what, value, expected }) => `${what} can't be "${value}": expected ${expected}`,
    hint: ({ page }) => seePage(page),
  }),
  ERR_DPM_COMMAND_FILE_UNREADABLE: code<{
    readonly what: string;
    readonly path: string;
    readonly errno: string;
  }>({
    category: "invalid-argument",
    message: ({ what, path, errno }) => `can't read the ${what} ${path} (${errno})`,
    hint: ({ what }) => `Check the path of the ${what} and that you may read it.`,
  }),
  ERR_DPM_COMMAND_TOKEN_FILE_INVALID: code<{ readonly path: string; readonly line: number }>({
    category: "invalid-argument",
    message: ({ path, line }) => `${path}:${line}: neither a token nor "address token"`,
    hint: () => "A token file holds one bare token, or lines of an address and its token.",
  }),
};
