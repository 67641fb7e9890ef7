import { dpmError, type DpmError } from "@dpm/errors";

/** Tells of logs that can't be written, and of what is dropped of them meanwhile. */
export interface LogTroubles {
  failing(path: string, errno: string): void;
  healed(path: string): void;
  /** So much more was dropped. */
  dropped(path: string, more: { readonly bytes: number; readonly lines: number }): void;
  /** What a process writes can't be reached any more. */
  lost(id: string, errno: string): void;
  /** It can again, or the process writes to something else by now. */
  found(id: string): void;
}

interface Failing {
  readonly errno: string;
  droppedBytes: number;
  droppedLines: number;
  toldBytes: number;
}

const lackErrors = new Set(["EMFILE", "ENFILE"]);
const lackName = "logs without a descriptor";

/** Makes it; each log has a trouble of its own. */
export function createLogTroubles(
  trouble: (name: string, error: DpmError | null) => void,
): LogTroubles {
  const failing = new Map<string, Failing>();
  // One cause, which is told once, however many logs it concerns.
  const lacking = new Set<string>();
  const lack = (path: string, errno: string | null): void => {
    const before = lacking.size;
    if (errno === null) lacking.delete(path);
    else lacking.add(path);
    if (errno !== null && before === 0) {
      const nothing = { droppedLines: 0, droppedBytes: 0 };
      trouble(lackName, dpmError("ERR_DPM_PROCESS_LOG_UNWRITABLE", { path, errno, ...nothing }));
    } else if (before > 0 && lacking.size === 0) trouble(lackName, null);
  };
  const lost = new Set<string>();
  const tell = (path: string, { errno, droppedBytes, droppedLines }: Failing): void =>
    trouble(
      `log ${path}`,
      dpmError("ERR_DPM_PROCESS_LOG_UNWRITABLE", { path, errno, droppedBytes, droppedLines }),
    );
  return {
    failing: (path, errno) => {
      const found = { errno, droppedBytes: 0, droppedLines: 0, toldBytes: 0 };
      failing.set(path, found);
      if (lackErrors.has(errno)) lack(path, errno);
      else tell(path, found);
    },
    healed: (path) => {
      const found = failing.get(path);
      failing.delete(path);
      if (found !== undefined && lackErrors.has(found.errno)) lack(path, null);
      trouble(`log ${path}`, null);
    },
    dropped: (path, { bytes, lines }) => {
      const found = failing.get(path);
      if (found === undefined) return;
      found.droppedBytes += bytes;
      found.droppedLines += lines;
      // Each telling is a line in the daemon's log, on what may be the same full disk.
      if (found.droppedBytes < 2 * found.toldBytes) return;
      found.toldBytes = found.droppedBytes;
      tell(path, found);
    },
    lost: (id, errno) => {
      lost.add(id);
      trouble(`output of ${id}`, dpmError("ERR_DPM_PROCESS_OUTPUT_LOST", { id, errno }));
    },
    found: (id) => {
      if (lost.delete(id)) trouble(`output of ${id}`, null);
    },
  };
}
