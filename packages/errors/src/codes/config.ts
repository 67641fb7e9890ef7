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

/** Details of a configuration that is refused. */
interface InvalidDetails {
  readonly problems: readonly FileProblem[];
  /** How many there are, when not all of them are listed. */
  readonly total?: number;
}

function problemLines({ problems, total = problems.length }: InvalidDetails): string {
  return listed(
    problems.map(({ at, message, hint }) => `${placeOf(at)}: ${message}${inBrackets(hint)}`),
    total,
  );
}

function placeOf({ file, line, column }: FileProblem["at"]): string {
  return `${file}:${String(line)}:${String(column)}`;
}

function inBrackets(hint: string | undefined): string {
  return hint === undefined ? "" : ` (${hint})`;
}

function listed(lines: readonly string[], total: number): string {
  const rest = total - shownProblems;
  const shown = lines.slice(0, shownProblems);
  return [...shown, ...(rest > 0 ? [`and ${String(rest)} more`] : [])].join("\n");
}

/** One thing that an edit would make wrong. */
interface EditProblem {
  /** The assigned key whose new value is wrong; null when the problem is elsewhere. */
  readonly key: string | null;
  /** Where it is in a file as it stands on disk; null for what only the edit would bring there. */
  readonly at: FileProblem["at"] | null;
  readonly message: string;
  readonly hint?: string;
}

/** Details of an edit that is refused. */
interface EditRefusedDetails {
  readonly problems: readonly EditProblem[];
  /** How many there are, when not all of them are listed. */
  readonly total?: number;
}

function editProblemLines({ problems, total = problems.length }: EditRefusedDetails): string {
  return listed(
    problems.map(({ key, at, message, hint }) => {
      const subject = key ?? (at === null ? null : placeOf(at));
      return `${subject === null ? "" : `${subject}: `}${message}${inBrackets(hint)}`;
    }),
    total,
  );
}

interface FileDetails {
  readonly file: string;
}

/** Details of a file that cannot be read. */
interface UnreadableDetails extends FileDetails {
  readonly reason: string;
  /** The name of the system's error; null when the system had none. */
  readonly errno: string | null;
}

function ofWhom(id: string | null): string {
  return id === null ? "the setting" : `of ${id} the key`;
}

/** Errors in configuration files and in edits of them. */
export const configCodes: {
  readonly ERR_DPM_CONFIG_INVALID: CodeEntry<InvalidDetails>;
  readonly ERR_DPM_CONFIG_EDIT_REFUSED: CodeEntry<EditRefusedDetails>;
  readonly ERR_DPM_CONFIG_NOT_FOUND: CodeEntry<FileDetails>;
  readonly ERR_DPM_CONFIG_NOT_READABLE: CodeEntry<UnreadableDetails>;
  readonly ERR_DPM_CONFIG_TOO_LARGE: CodeEntry<FileDetails & { readonly limitBytes: number }>;
  readonly ERR_DPM_CONFIG_UNKNOWN_FORMAT: CodeEntry<FileDetails>;
  readonly ERR_DPM_CONFIG_CONFLICT: CodeEntry<FileDetails & { readonly difference: string }>;
  readonly ERR_DPM_CONFIG_NOT_EDITABLE: CodeEntry<FileDetails & { readonly reason: string }>;
  readonly ERR_DPM_CONFIG_VALUE_NOT_WRITABLE: CodeEntry<FileDetails & { readonly what: string }>;
  readonly ERR_DPM_CONFIG_FORMAT_NOT_EDITABLE: CodeEntry<FileDetails & { readonly what: string }>;
  readonly ERR_DPM_CONFIG_WRITE_FAILED: CodeEntry<FileDetails & { readonly reason: string }>;
  readonly ERR_DPM_CONFIG_NO_SUCH_PROCESS: CodeEntry<{
    readonly id: string;
    readonly nearest: string | null;
  }>;
  readonly ERR_DPM_CONFIG_IS_INSTANCE: CodeEntry<{ readonly id: string; readonly of: string }>;
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
  ERR_DPM_CONFIG_INVALID: code<InvalidDetails>({
    category: "configuration",
    message: problemLines,
  }),
  ERR_DPM_CONFIG_EDIT_REFUSED: code<EditRefusedDetails>({
    category: "configuration",
    message: editProblemLines,
    hint: () => "Nothing was written.",
  }),
  ERR_DPM_CONFIG_NOT_FOUND: code<FileDetails>({
    category: "configuration",
    message: ({ file }) => `there is no configuration file ${file}`,
    hint: () => "Check the path; pmd reads another file with --config FILE.",
  }),
  ERR_DPM_CONFIG_NOT_READABLE: code<UnreadableDetails>({
    category: "configuration",
    message: ({ file, reason }) => `the configuration file ${file} cannot be read: ${reason}`,
    hint: ({ file, errno }) =>
      errno === "EACCES" || errno === "EPERM"
        ? `\`ls -l ${file}\` shows who may read it; its folders must be open to pmd's user as well.`
        : "Check that the path is that of a file which pmd's user can read.",
  }),
  ERR_DPM_CONFIG_TOO_LARGE: code<FileDetails & { readonly limitBytes: number }>({
    category: "configuration",
    message: ({ file, limitBytes }) =>
      `the configuration file ${file} has more than ${String(limitBytes)} bytes`,
    hint: () => "Split it and bring the parts together with include.",
  }),
  ERR_DPM_CONFIG_UNKNOWN_FORMAT: code<FileDetails>({
    category: "configuration",
    message: ({ file }) => `the format of ${file} is not known by its extension`,
    hint: () => "Name it .xml, .yaml, .yml, .toml or .json.",
  }),
  ERR_DPM_CONFIG_CONFLICT: code<FileDetails & { readonly difference: string }>({
    category: "failed-precondition",
    message: ({ file, difference }) =>
      `${file} was changed on disk since it was read, so nothing was written:\n${difference}`,
    hint: () => "Run pmc config reload to take up the change, then repeat the command.",
  }),
  ERR_DPM_CONFIG_NOT_EDITABLE: code<FileDetails & { readonly reason: string }>({
    category: "failed-precondition",
    message: ({ file, reason }) => `${file} was left as it is: ${reason}`,
    hint: () => "Edit the file by hand, then run pmc config reload.",
  }),
  ERR_DPM_CONFIG_VALUE_NOT_WRITABLE: code<FileDetails & { readonly what: string }>({
    category: "configuration",
    message: ({ file, what }) => `${file} was left as it is: its format can't hold ${what}`,
    hint: () => "Leave that out of the value.",
  }),
  ERR_DPM_CONFIG_FORMAT_NOT_EDITABLE: code<FileDetails & { readonly what: string }>({
    category: "failed-precondition",
    message: ({ file, what }) => `${what} is not possible in the format of ${file}`,
    hint: () => "Edit the file by hand, then run pmc config reload.",
  }),
  ERR_DPM_CONFIG_WRITE_FAILED: code<FileDetails & { readonly reason: string }>({
    category: "failed-precondition",
    message: ({ file, reason }) => `${file} cannot be written: ${reason}`,
    hint: () => "The file is as it was before.",
  }),
  ERR_DPM_CONFIG_NO_SUCH_PROCESS: code<{ readonly id: string; readonly nearest: string | null }>({
    category: "not-found",
    message: ({ id }) => `no such process: ${id}`,
    hint: ({ nearest }) =>
      nearest === null ? "pmc config display lists those that are." : `Did you mean ${nearest}?`,
  }),
  ERR_DPM_CONFIG_IS_INSTANCE: code<{ readonly id: string; readonly of: string }>({
    category: "failed-precondition",
    message: ({ id, of }) => `${id} is an instance of ${of} and has no definition of its own`,
    hint: ({ of }) =>
      `\`pmc config delete ${of}\` removes all its instances, \`pmc scale ${of} N\` changes how many there are.`,
  }),
  ERR_DPM_CONFIG_NO_SUCH_KEY: code<KeyDetails & { readonly nearest: string | null }>({
    category: "not-found",
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
    category: "failed-precondition",
    message: ({ id, key }) =>
      `${ofWhom(id)} ${key} is written in a form that cannot be changed from here`,
    hint: ({ where }) => `Edit it by hand at ${where}, then run pmc config reload.`,
  }),
  ERR_DPM_CONFIG_PROCESS_EXISTS: code<{ readonly id: string; readonly where: string }>({
    category: "already-exists",
    message: ({ id, where }) => `a process named ${id} is defined already, at ${where}`,
  }),
};
