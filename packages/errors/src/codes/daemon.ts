import { code, type CodeEntry } from "../code-entry.ts";

interface Place {
  readonly path: string;
  readonly reason: string;
}

interface FailedWrite {
  readonly path: string;
  /** The name of the system's error, such as `ENOSPC`, or what is known instead. */
  readonly errno: string;
}

/** Errors of the daemon itself: its directories, lock, state and life cycle. */
export const daemonCodes: {
  readonly ERR_DPM_DAEMON_ALREADY_RUNNING: CodeEntry<{
    readonly stateDirectory: string;
    readonly pid: number | null;
  }>;
  readonly ERR_DPM_DAEMON_DIRECTORY_UNSAFE: CodeEntry<Place>;
  readonly ERR_DPM_DAEMON_DIRECTORY_UNUSABLE: CodeEntry<Place>;
  readonly ERR_DPM_DAEMON_TOKEN_UNSAFE: CodeEntry<Place>;
  readonly ERR_DPM_DAEMON_STATE_NEWER: CodeEntry<{
    readonly path: string;
    readonly found: number;
    readonly known: number;
  }>;
  readonly ERR_DPM_DAEMON_STATE_DAMAGED: CodeEntry<{
    readonly path: string;
    readonly setAside: string;
  }>;
  readonly ERR_DPM_DAEMON_STATE_REMOVED: CodeEntry<{
    readonly directory: string;
    readonly what: string;
  }>;
  readonly ERR_DPM_DAEMON_STATE_FAILED: CodeEntry<Place>;
  readonly ERR_DPM_DAEMON_STATE_UNOPENED: CodeEntry<Place>;
  readonly ERR_DPM_DAEMON_STATE_STOPPED: CodeEntry<{ readonly reason: string }>;
  readonly ERR_DPM_DAEMON_LISTEN_INSECURE: CodeEntry<{ readonly address: string }>;
  readonly ERR_DPM_DAEMON_CONFIG_REFUSED: CodeEntry<{ readonly reason: string }>;
  readonly ERR_DPM_DAEMON_SUPERVISION: CodeEntry<{ readonly what: string }>;
  readonly ERR_DPM_DAEMON_OUTDATED: CodeEntry<{ readonly ids: string }>;
  readonly ERR_DPM_DAEMON_NO_SUCH_SETTING: CodeEntry<{
    readonly name: string;
    readonly nearest: string | null;
  }>;
  readonly ERR_DPM_DAEMON_NO_LOG: CodeEntry<{ readonly id: string }>;
  readonly ERR_DPM_DAEMON_ARGUMENT: CodeEntry<{ readonly name: string; readonly reason: string }>;
  readonly ERR_DPM_DAEMON_NOT_READY: CodeEntry<{
    readonly waitedMs: number;
    readonly logFile: string;
  }>;
  readonly ERR_DPM_DAEMON_LOG_UNUSABLE: CodeEntry<{
    readonly path: string;
    readonly errno: string;
  }>;
  readonly ERR_DPM_DAEMON_TOKEN_UNWRITTEN: CodeEntry<FailedWrite>;
  readonly ERR_DPM_DAEMON_FILE_UNWRITTEN: CodeEntry<FailedWrite & { readonly loss: string }>;
  readonly ERR_DPM_DAEMON_UPGRADE_UNAVAILABLE: CodeEntry<{ readonly reason: string }>;
  readonly ERR_DPM_DAEMON_UPGRADE_PROGRAM: CodeEntry<{
    readonly program: string;
    readonly reason: string;
  }>;
  readonly ERR_DPM_DAEMON_UPGRADE_FAILED: CodeEntry<{
    readonly program: string;
    readonly reason: string;
  }>;
  readonly ERR_DPM_DAEMON_ENDING: CodeEntry<{ readonly cause: string }>;
  readonly ERR_DPM_DAEMON_NOTIFY: CodeEntry<{
    readonly socket: string;
    readonly reason: string;
  }>;
  readonly ERR_DPM_DAEMON_GUARDIAN: CodeEntry<{ readonly reason: string }>;
  readonly ERR_DPM_DAEMON_PROCESS_REMOVED: CodeEntry<{ readonly id: string }>;
} = {
  ERR_DPM_DAEMON_ALREADY_RUNNING: code<{
    readonly stateDirectory: string;
    readonly pid: number | null;
  }>({
    category: "already-exists",
    message: ({ stateDirectory, pid }) =>
      `pmd ${pid === null ? "" : `(pid ${pid}) `}is already running on the state directory ${stateDirectory}`,
    hint: () =>
      "Ask it with `pmc ping`, end it with `pmc shutdown`, or give this one another --state-dir.",
  }),
  ERR_DPM_DAEMON_DIRECTORY_UNSAFE: code<Place>({
    category: "failed-precondition",
    message: ({ path, reason }) => `the directory ${path} is not safe to use: ${reason}`,
    hint: ({ path }) =>
      `Nobody but the user of pmd may write there: see \`ls -ld ${path}\`, then \`chown\` or \`chmod go-w\`.`,
  }),
  ERR_DPM_DAEMON_DIRECTORY_UNUSABLE: code<Place>({
    category: "failed-precondition",
    message: ({ path, reason }) => `the directory ${path} can't be used: ${reason}`,
    hint: () => "Make it, or choose another with --state-dir, --runtime-dir or --log-dir.",
  }),
  ERR_DPM_DAEMON_TOKEN_UNSAFE: code<Place>({
    category: "failed-precondition",
    message: ({ path, reason }) => `the token file ${path} is not safe to use: ${reason}`,
    hint: () =>
      "Remove it, and pmd makes a new one at its next start; clients that copied the old one need the new one.",
  }),
  ERR_DPM_DAEMON_STATE_NEWER: code<{
    readonly path: string;
    readonly found: number;
    readonly known: number;
  }>({
    category: "failed-precondition",
    message: ({ path, found, known }) =>
      `the state in ${path} was written by a newer pmd: its version is ${found}, this pmd knows ${known}`,
    hint: () => "Start the newer pmd again, or give this one another --state-dir.",
  }),
  ERR_DPM_DAEMON_STATE_DAMAGED: code<{ readonly path: string; readonly setAside: string }>({
    category: "internal",
    message: ({ path, setAside }) =>
      `the state in ${path} was damaged and is now ${setAside}; the history is forgotten, and the table of processes was made again from its second copy`,
    hint: () =>
      "`pmc ping` shows what was found running. Where the second copy, state.db.table, was lost too, look for processes that the former pmd left.",
  }),
  ERR_DPM_DAEMON_STATE_REMOVED: code<{ readonly directory: string; readonly what: string }>({
    category: "internal",
    message: ({ directory, what }) =>
      `somebody removed ${what} of the running pmd from ${directory}; it was made again from memory`,
    hint: () =>
      "What runs is supervised as before, and a history that was removed is lost. Find out what cleans up there: nothing but pmd may.",
  }),
  ERR_DPM_DAEMON_STATE_FAILED: code<Place>({
    category: "unavailable",
    message: ({ path, reason }) => `the state in ${path} can't be written: ${reason}`,
    hint: () =>
      "Processes are supervised as before and the write is tried again; make room or make the place writable.",
  }),
  ERR_DPM_DAEMON_STATE_UNOPENED: code<Place>({
    category: "failed-precondition",
    message: ({ path, reason }) => `the state in ${path} can't be opened: ${reason}`,
    hint: () =>
      "Nothing was started, and what ran runs on. Make room there, make the place readable and writable, or choose another --state-dir.",
  }),
  ERR_DPM_DAEMON_STATE_STOPPED: code<{ readonly reason: string }>({
    category: "unavailable",
    message: ({ reason }) => `the keeper of the state stopped: ${reason}`,
    hint: () => "It is started again by itself; if this comes back, the daemon's log says more.",
  }),
  ERR_DPM_DAEMON_LISTEN_INSECURE: code<{ readonly address: string }>({
    category: "configuration",
    message: ({ address }) =>
      `listening on ${address} would be open to the network without encryption`,
    hint: () =>
      'Give the listener a certificate and a key, listen on a loopback address, or write insecure="true" at the listener.',
  }),
  ERR_DPM_DAEMON_CONFIG_REFUSED: code<{ readonly reason: string }>({
    category: "configuration",
    message: ({ reason }) =>
      `the last reload was refused, the former configuration stays in force: ${reason}`,
    hint: () => "Correct the file, see `pmc config validate`, and reload again.",
  }),
  ERR_DPM_DAEMON_SUPERVISION: code<{ readonly what: string }>({
    category: "internal",
    message: ({ what }) => what,
    hint: () => "Supervision goes on; the daemon's log may say more.",
  }),
  ERR_DPM_DAEMON_OUTDATED: code<{ readonly ids: string }>({
    category: "configuration",
    message: ({ ids }) => `still as it was before the configuration changed: ${ids}`,
    hint: () =>
      "The change was made while pmd was away, which touches nothing that runs. `pmc config reload` puts it in force, `pmc restart ID` for one.",
  }),
  ERR_DPM_DAEMON_NO_SUCH_SETTING: code<{
    readonly name: string;
    readonly nearest: string | null;
  }>({
    category: "not-found",
    message: ({ name }) => `there is no setting ${name}`,
    hint: ({ nearest }) =>
      nearest === null
        ? "`pmc setting display` lists them; a process is shown by `pmc config display ID`."
        : `Did you mean ${nearest}?`,
  }),
  ERR_DPM_DAEMON_NO_LOG: code<{ readonly id: string }>({
    category: "failed-precondition",
    message: ({ id }) => `what ${id} writes is not kept`,
    hint: () => 'Set capture="pipe" for it in the configuration.',
  }),
  ERR_DPM_DAEMON_ARGUMENT: code<{ readonly name: string; readonly reason: string }>({
    category: "invalid-argument",
    message: ({ name, reason }) => `${name}: ${reason}`,
  }),
  ERR_DPM_DAEMON_NOT_READY: code<{ readonly waitedMs: number; readonly logFile: string }>({
    category: "deadline-exceeded",
    message: ({ waitedMs }) =>
      `pmd was started but was not ready within ${Math.round(waitedMs / 1000)} s`,
    hint: ({ logFile }) => `See ${logFile}.`,
  }),
  ERR_DPM_DAEMON_LOG_UNUSABLE: code({
    category: "failed-precondition",
    message: ({ path, errno }) => `the daemon's log file ${path} can't be opened (${errno})`,
    hint: () =>
      "Its folder has to exist and be writable, and the file must not be a link; logFile names another one.",
  }),
  ERR_DPM_DAEMON_TOKEN_UNWRITTEN: code<FailedWrite>({
    category: "failed-precondition",
    message: ({ path, errno }) => `the token file ${path} can't be made (${errno})`,
    hint: () =>
      "Nothing was started. Make room there or make the directory writable, or choose another with --state-dir.",
  }),
  ERR_DPM_DAEMON_FILE_UNWRITTEN: code<FailedWrite & { readonly loss: string }>({
    category: "unavailable",
    message: ({ path, errno }) => `${path} can't be written (${errno})`,
    hint: ({ loss }) =>
      `pmd works without it, but ${loss}. Make room there or make it writable: the write is tried again every few seconds.`,
  }),
  ERR_DPM_DAEMON_UPGRADE_UNAVAILABLE: code<{ readonly reason: string }>({
    category: "failed-precondition",
    message: ({ reason }) => `pmd can't be upgraded in place: ${reason}`,
    hint: () =>
      "`pmc shutdown --leave` and a start of the new pmd replace it too: the processes run on, and for a moment nobody answers.",
  }),
  ERR_DPM_DAEMON_UPGRADE_PROGRAM: code<{ readonly program: string; readonly reason: string }>({
    category: "failed-precondition",
    message: ({ program, reason }) => `${program} can't take over: ${reason}`,
    hint: () => "Nothing was changed; the running pmd goes on.",
  }),
  ERR_DPM_DAEMON_UPGRADE_FAILED: code<{ readonly program: string; readonly reason: string }>({
    category: "failed-precondition",
    message: ({ program, reason }) => `the upgrade to ${program} failed: ${reason}`,
    hint: () =>
      "The former pmd is back, and the processes were not touched; the daemon's log says more. The next upgrade or start forgets this.",
  }),
  ERR_DPM_DAEMON_ENDING: code<{ readonly cause: string }>({
    category: "failed-precondition",
    message: ({ cause }) => `pmd is about to end: ${cause}`,
    hint: () => "Nothing was changed. Start the other pmd when this one is gone.",
  }),
  ERR_DPM_DAEMON_NOTIFY: code<{ readonly socket: string; readonly reason: string }>({
    category: "unavailable",
    message: ({ socket, reason }) =>
      `the service manager at ${socket} could not be told how pmd fares: ${reason}`,
    hint: () => "It may take pmd for not started and end it: run pmd with Type=exec there.",
  }),
  ERR_DPM_DAEMON_GUARDIAN: code<{ readonly reason: string }>({
    category: "unavailable",
    message: ({ reason }) =>
      `nothing would bring pmd back if it died, its guardian is gone: ${reason}`,
    hint: () => "Another one is started by itself, again and again until that works.",
  }),
  ERR_DPM_DAEMON_PROCESS_REMOVED: code<{ readonly id: string }>({
    category: "not-found",
    message: ({ id }) => `${id} was removed from the configuration`,
    hint: () => "What it wrote is still in its log files.",
  }),
};
