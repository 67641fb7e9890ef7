import { code, type CodeEntry } from "../code-entry.ts";

/** One thing that is wrong in a file; the same shape as `Problem` of @dpm/config. */
interface FileProblem {
  readonly at: { readonly file: string; readonly line: number; readonly column: number };
  readonly message: string;
  readonly hint?: string;
}

/** Details of a key that cannot be written. */
interface KeyDetails {
  /** The process' id; null for the daemon's own settings. */
  readonly id: string | null;
  readonly key: string;
}

const shownProblems = 100;

function problemLines(problems: readonly FileProblem[]): string {
  const lines = problems.slice(0, shownProblems).map(({ at, message, hint }) => {
    const place = `${at.file}:${String(at.line)}:${String(at.column)}`;
    return `${place}: ${message}${hint === undefined ? "" : ` (${hint})`}`;
  });
  const rest = problems.length - shownProblems;
  return [...lines, ...(rest > 0 ? [`and ${String(rest)} more`] : [])].join("\n");
}

function ofWhom(id: string | null): string {
  return id === null ? "the setting" : `of ${id} the key`;
}

/** Errors in configuration files and in edits of them. */
export const configCodes: {
  readonly ERR_DPM_CONFIG_INVALID: CodeEntry<{ readonly problems: readonly FileProblem[] }>;
  readonly ERR_DPM_CONFIG_NO_SUCH_PROCESS: CodeEntry<{
    readonly id: string;
    readonly nearest: string | null;
  }>;
  readonly ERR_DPM_CONFIG_NO_SUCH_KEY: CodeEntry<KeyDetails & { readonly nearest: string | null }>;
  readonly ERR_DPM_CONFIG_KEY_HIDDEN: CodeEntry<
    KeyDetails & { readonly layer: string; readonly where: string }
  >;
  readonly ERR_DPM_CONFIG_KEY_NOT_EDITABLE: CodeEntry<KeyDetails & { readonly where: string }>;
  readonly ERR_DPM_CONFIG_PROCESS_EXISTS: CodeEntry<{
    readonly id: string;
    readonly where: string;
  }>;
} = {
  ERR_DPM_CONFIG_INVALID: code<{ readonly problems: readonly FileProblem[] }>({
    category: "configuration",
    message: ({ problems }) => problemLines(problems),
  }),
  ERR_DPM_CONFIG_NO_SUCH_PROCESS: code<{ readonly id: string; readonly nearest: string | null }>({
    category: "not-found",
    message: ({ id }) => `no process named ${id} is configured`,
    hint: ({ nearest }) =>
      nearest === null ? "pmc config display lists those that are." : `Did you mean ${nearest}?`,
  }),
  ERR_DPM_CONFIG_NO_SUCH_KEY: code<KeyDetails & { readonly nearest: string | null }>({
    category: "invalid-argument",
    message: ({ id, key }) =>
      id === null ? `there is no setting ${key}` : `a process has no key ${key}`,
    hint: ({ nearest }) =>
      nearest === null ? "The configuration reference lists them all." : `Did you mean ${nearest}?`,
  }),
  ERR_DPM_CONFIG_KEY_HIDDEN: code<KeyDetails & { readonly layer: string; readonly where: string }>({
    category: "failed-precondition",
    message: ({ id, key, layer, where }) =>
      `${ofWhom(id)} ${key} is set by a stronger layer, ${layer} (${where}), which would hide the change`,
    hint: ({ where }) => `Change or remove it there: ${where}.`,
  }),
  ERR_DPM_CONFIG_KEY_NOT_EDITABLE: code<KeyDetails & { readonly where: string }>({
    category: "unimplemented",
    message: ({ id, key }) =>
      `${ofWhom(id)} ${key} is written in a form that cannot be changed from here`,
    hint: ({ where }) => `Edit it by hand at ${where}, then run pmc config reload.`,
  }),
  ERR_DPM_CONFIG_PROCESS_EXISTS: code<{ readonly id: string; readonly where: string }>({
    category: "already-exists",
    message: ({ id, where }) => `a process named ${id} is defined already, at ${where}`,
  }),
};
