import { code, type CodeEntry } from "../code-entry.ts";

type Id = { readonly id: string };

/** Errors of supervised processes: starting, stopping, signalling. */
export const processCodes: {
  readonly ERR_DPM_PROCESS_NOT_FOUND: CodeEntry<{
    readonly names: readonly string[];
    /** What they most likely meant, as far as anything is near. */
    readonly nearest: readonly string[];
  }>;
  readonly ERR_DPM_PROCESS_DISABLED: CodeEntry<Id>;
  readonly ERR_DPM_PROCESS_LAUNCH_FAILED: CodeEntry<
    Id & {
      readonly phrase: string;
      readonly stage: string;
      readonly errno: string;
      readonly path: string | null;
      readonly passing: boolean;
    }
  >;
  readonly ERR_DPM_PROCESS_ENDED_EARLY: CodeEntry<Id & { readonly how: string }>;
  readonly ERR_DPM_PROCESS_NOT_READY_IN_TIME: CodeEntry<
    Id & { readonly timeoutMs: number; readonly phrase: string }
  >;
  readonly ERR_DPM_PROCESS_START_LIMIT: CodeEntry<
    Id & { readonly count: number; readonly windowMs: number }
  >;
  readonly ERR_DPM_PROCESS_DEPENDENCY_FAILED: CodeEntry<Id & { readonly reason: string }>;
  readonly ERR_DPM_PROCESS_DEPENDENCY_CYCLE: CodeEntry<{ readonly path: readonly string[] }>;
  readonly ERR_DPM_PROCESS_DUPLICATE_ID: CodeEntry<Id>;
  readonly ERR_DPM_PROCESS_SUPERSEDED: CodeEntry<Id & { readonly by: "start" | "stop" }>;
  readonly ERR_DPM_PROCESS_REMOVED: CodeEntry<Id>;
  readonly ERR_DPM_PROCESS_UNKILLABLE: CodeEntry<Id & { readonly pids: readonly number[] }>;
  readonly ERR_DPM_PROCESS_NOT_RUNNING: CodeEntry<Id>;
  readonly ERR_DPM_PROCESS_SIGNAL_REFUSED: CodeEntry<
    Id & { readonly signal: string; readonly errno: string }
  >;
  readonly ERR_DPM_PROCESS_NOT_SAVED: CodeEntry<Id & { readonly reason: string }>;
  readonly ERR_DPM_PROCESS_SHUTTING_DOWN: CodeEntry;
  readonly ERR_DPM_PROCESS_ILLEGAL_EVENT: CodeEntry<
    Id & { readonly state: string; readonly event: string }
  >;
  readonly ERR_DPM_PROCESS_LOG_UNWRITABLE: CodeEntry<{
    readonly path: string;
    readonly errno: string;
    readonly droppedLines: number;
    readonly droppedBytes: number;
  }>;
  readonly ERR_DPM_PROCESS_OUTPUT_LOST: CodeEntry<Id & { readonly errno: string }>;
  readonly ERR_DPM_PROCESS_LOG_HOLDER: CodeEntry<{ readonly reason: string }>;
  readonly ERR_DPM_PROCESS_DESCRIPTORS: CodeEntry<{
    readonly needed: number;
    readonly services: number;
    readonly limit: number;
  }>;
  readonly ERR_DPM_PROCESS_LOG_CAPTURE: CodeEntry<{ readonly reason: string }>;
  readonly ERR_DPM_PROCESS_LOG_UNREADABLE: CodeEntry<{
    readonly path: string;
    readonly errno: string;
  }>;
  readonly ERR_DPM_PROCESS_REPLACE_FAILED: CodeEntry<{
    readonly what: string;
    readonly errno: string;
  }>;
  readonly ERR_DPM_PROCESS_ENGINE_UNAVAILABLE: CodeEntry<{
    readonly engine: string;
    readonly reason: string;
  }>;
} = {
  ERR_DPM_PROCESS_NOT_FOUND: code({
    category: "not-found",
    message: ({ names }) => `no such process: ${names.join(", ")}`,
    hint: ({ nearest }) =>
      nearest.length > 0
        ? `Did you mean ${nearest.join(", ")}?`
        : "`pmc ping` lists every process that is defined.",
  }),
  ERR_DPM_PROCESS_DISABLED: code({
    category: "failed-precondition",
    message: ({ id }) => `${id} is disabled`,
    hint: ({ id }) => `Set enabled="true" for ${id} in the configuration and reload it.`,
  }),
  ERR_DPM_PROCESS_LAUNCH_FAILED: code({
    category: "failed-precondition",
    message: ({ phrase }) => phrase,
    hint: ({ passing }) =>
      passing
        ? "It is tried again until it works."
        : "Correct the configuration or the file, then start it again.",
  }),
  ERR_DPM_PROCESS_ENDED_EARLY: code({
    category: "failed-precondition",
    message: ({ id, how }) => `${id} ${how}, before it was ready`,
    hint: ({ id }) => `\`pmc logs ${id}\` shows what it wrote.`,
  }),
  ERR_DPM_PROCESS_NOT_READY_IN_TIME: code({
    category: "deadline-exceeded",
    message: ({ id, phrase }) => `${id} is ${phrase}`,
    hint: ({ id }) =>
      `\`pmc logs ${id}\` shows what it wrote; startTimeout sets how long it may take.`,
  }),
  ERR_DPM_PROCESS_START_LIMIT: code({
    category: "failed-precondition",
    message: ({ id, count, windowMs }) =>
      `${id} was given up after ${count} restarts within ${windowMs / 1000} s`,
    hint: ({ id }) => `\`pmc logs ${id}\` shows what it wrote; \`pmc start ${id}\` tries again.`,
  }),
  ERR_DPM_PROCESS_DEPENDENCY_FAILED: code({
    category: "failed-precondition",
    message: ({ id, reason }) => `${id} can't start: ${reason}`,
    hint: ({ id }) => `${id} starts by itself as soon as what it requires is ready.`,
  }),
  ERR_DPM_PROCESS_DEPENDENCY_CYCLE: code({
    category: "configuration",
    message: ({ path }) => `processes depend on each other in a circle: ${path.join(" → ")}`,
    hint: () => "Take one of these dependencies out.",
  }),
  ERR_DPM_PROCESS_DUPLICATE_ID: code({
    category: "configuration",
    message: ({ id }) => `two processes have the id ${id}`,
  }),
  ERR_DPM_PROCESS_SUPERSEDED: code({
    category: "cancelled",
    message: ({ id, by }) =>
      `${id} was ${by === "stop" ? "stopped" : "started"} by a later request`,
  }),
  ERR_DPM_PROCESS_REMOVED: code({
    category: "cancelled",
    message: ({ id }) => `${id} was removed from the configuration meanwhile`,
  }),
  ERR_DPM_PROCESS_UNKILLABLE: code({
    category: "internal",
    message: ({ id, pids }) =>
      `${id} is not gone: SIGKILL does not end ${pids.length === 0 ? "it" : `pid ${pids.join(", ")}`}`,
    hint: () =>
      "A process in uninterruptible sleep waits for a device or a file system; nothing new is started until it is gone.",
  }),
  ERR_DPM_PROCESS_NOT_RUNNING: code({
    category: "failed-precondition",
    message: ({ id }) => `${id} is not running`,
  }),
  ERR_DPM_PROCESS_SIGNAL_REFUSED: code({
    category: "failed-precondition",
    message: ({ id, signal, errno }) => `${signal} could not be sent to ${id} (${errno})`,
  }),
  ERR_DPM_PROCESS_NOT_SAVED: code({
    category: "unavailable",
    message: ({ id, reason }) => `${id}: done, but it could not be saved: ${reason}`,
    hint: () =>
      "The daemon tries again to save it; until then a restart of the daemon forgets this request.",
  }),
  ERR_DPM_PROCESS_SHUTTING_DOWN: code({
    category: "unavailable",
    message: () => "the daemon is shutting down",
  }),
  ERR_DPM_PROCESS_ILLEGAL_EVENT: code({
    category: "internal",
    message: ({ id, state, event }) => `${id} is ${state}, where "${event}" can't happen`,
    hint: () => "Supervision goes on; please report it as a bug.",
  }),
  ERR_DPM_PROCESS_LOG_UNWRITABLE: code({
    category: "resource-exhausted",
    message: ({ path, errno, droppedLines, droppedBytes }) =>
      `the captured output ${path} can't be written (${errno})${droppedBytes === 0 ? "" : `; ${droppedLines} lines (${droppedBytes} bytes) were dropped so far`}`,
    hint: ({ path, errno }) =>
      `${remedyOf(path, errno)} The process goes on; writing is tried again every second.`,
  }),
  ERR_DPM_PROCESS_OUTPUT_LOST: code({
    category: "failed-precondition",
    message: ({ id, errno }) =>
      `what ${id} writes can't be captured any more: the way to it was removed (${errno})`,
    hint: ({ id }) =>
      `Restart it: \`pmc restart ${id}\`. Until then it may stand still as soon as it writes.`,
  }),
  ERR_DPM_PROCESS_LOG_HOLDER: code({
    category: "resource-exhausted",
    message: ({ reason }) =>
      `output would not outlive the daemon: its holder can't be started: ${reason}`,
    hint: () =>
      "It is tried again every second. Until then a process that writes while no daemon runs gets SIGPIPE.",
  }),
  ERR_DPM_PROCESS_DESCRIPTORS: code({
    category: "resource-exhausted",
    message: ({ needed, services, limit }) =>
      `${needed} descriptors are needed for ${services} services, the hard limit is ${limit}: not all of them can be captured and run`,
    hint: ({ needed }) =>
      `Raise the limit (\`ulimit -Hn ${needed}\`, or LimitNOFILE=${needed} in the unit of systemd) and start pmd again. With redirectStderr="true" or capture="file" a service needs half of it.`,
  }),
  ERR_DPM_PROCESS_LOG_CAPTURE: code({
    category: "internal",
    message: ({ reason }) =>
      `the thread that captures output has died and is started again: ${reason}`,
    hint: () => "Nothing that was written is lost by that; please report it as a bug.",
  }),
  ERR_DPM_PROCESS_LOG_UNREADABLE: code({
    category: "failed-precondition",
    message: ({ path, errno }) => `the captured output ${path} can't be read (${errno})`,
    hint: ({ path, errno }) =>
      errno === "ENOENT"
        ? "It was removed, or can't be made, which `pmc ping` tells; what is written next is in a new one."
        : `See \`ls -l ${path}\`: it has to be a file, not a link, that the daemon may read.`,
  }),
  ERR_DPM_PROCESS_REPLACE_FAILED: code({
    category: "failed-precondition",
    message: ({ what, errno }) => `${what} (${errno}) can't take the place of the running program`,
    hint: () => "The running one goes on.",
  }),
  ERR_DPM_PROCESS_ENGINE_UNAVAILABLE: code({
    category: "failed-precondition",
    message: ({ engine, reason }) => `the ${engine} engine can't be used here: ${reason}`,
    hint: () => "Start the daemon with `--engine node`: the portable engine works everywhere.",
  }),
};

/** What lets a log be written again. */
function remedyOf(path: string, errno: string): string {
  switch (errno) {
    case "ENOSPC":
    case "EDQUOT":
      return `Make room for it: see \`df ${path}\`.`;
    case "ENOENT":
    case "ENOTDIR":
      return "Its directory is not there: make it again.";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `The daemon may not write there: see \`ls -ld ${path}\` and the directories above it.`;
    case "EMFILE":
    case "ENFILE":
      return "Raise the limit of open files: `ulimit -Hn`, or LimitNOFILE= in the unit of systemd.";
    case "ELOOP":
      return `See \`ls -l ${path}\`: neither it nor its directory may be a link that somebody has put there.`;
    default:
      return `See \`df ${path}\` and \`ls -l ${path}\`: it needs room, and has to be a file that the daemon may write.`;
  }
}
