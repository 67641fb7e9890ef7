import { closeSync, constants, fstatSync, openSync, write, writeSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dpmError } from "@dpm/errors";

/** Where the lines go and when the file is rotated. */
export interface LogFileOptions {
  readonly path: string;
  /** The size at which it becomes `path.1`; null: never. */
  readonly maxBytes: number | null;
  /** How many rotated files are kept. */
  readonly backups: number;
}

/** A file that lines are appended to, without ever making the caller wait. */
export interface LogFile {
  write(line: string): void;
  /** Opens the path anew, after something else moved the file away. Keeps the old file when that fails, and answers the error. */
  reopen(): Error | null;
  /** Resolves when everything written so far is in the file. */
  drained(): Promise<void>;
  /** Writes what waits at once, each line once, for the last moment before the process ends. */
  flushSync(): void;
  close(): Promise<void>;
}

const openFlags =
  constants.O_WRONLY |
  constants.O_APPEND |
  constants.O_CREAT |
  constants.O_NOFOLLOW |
  constants.O_NONBLOCK;
const fileMode = 0o640;
// More than this waits only when the disk stands still; then lines are dropped and counted rather than memory filled.
const maxWaitingBytes = 4 * 1024 * 1024;
const maxChunkBytes = 256 * 1024;
const retryMs = 1_000;
// For so long the last moment waits for a write that the system has been given already.
const lastPatienceMs = 1_000;

/** What was taken from the waiting lines and is not all written. */
interface Flight {
  readonly chunk: Buffer;
  /** So much of it is written. */
  offset: number;
  /** How long the file was when the system was given the rest; null while it has not been. */
  givenAt: number | null;
}

/** Opens a log file; throws ERR_DPM_DAEMON_LOG_UNUSABLE. A link at its place is not followed. */
export function openLogFile(options: LogFileOptions): LogFile {
  const { path } = options;
  let { fd, size } = openFile(path);
  let waiting: string[] = [];
  let waitingBytes = 0;
  let dropped = 0;
  let closed = false;
  let pumping: Promise<void> | null = null;
  let flight: Flight | null = null;

  const pump = async (): Promise<void> => {
    while (waiting.length > 0 || dropped > 0) {
      if (dropped > 0) waiting.push(droppedLine(dropped));
      dropped = 0;
      flight = { chunk: takeChunk(), offset: 0, givenAt: null };
      await rotateBefore(flight.chunk.length);
      await append(flight);
      flight = null;
    }
  };

  // Whole lines, as many as the file has room for, but at least one.
  const takeChunk = (): Buffer => {
    const room = Math.min(maxChunkBytes, (options.maxBytes ?? Number.POSITIVE_INFINITY) - size);
    let [count, bytes] = [0, 0];
    for (const line of waiting) {
      const length = Buffer.byteLength(line);
      if (count > 0 && bytes + length > room) break;
      count++;
      bytes += length;
    }
    waitingBytes = Math.max(0, waitingBytes - bytes);
    return Buffer.from(waiting.splice(0, count).join(""));
  };

  const append = async (rest: Flight): Promise<void> => {
    while (rest.offset < rest.chunk.length) {
      rest.givenAt = sizeOf(fd) ?? Number.NEGATIVE_INFINITY;
      const written = await writeSome(fd, rest.chunk, rest.offset);
      rest.givenAt = null;
      rest.offset += written;
      size += written;
      // A full disk passes; what comes meanwhile waits, and is counted where it is too much.
      if (written === 0) {
        if (closed) return;
        await pause(retryMs);
      }
    }
  };

  const rotateBefore = async (length: number): Promise<void> => {
    if (options.maxBytes === null || size === 0 || size + length <= options.maxBytes) return;
    try {
      await shiftFiles(path, options.backups);
      reopen();
    } catch {
      // Not rotated is better than not logged.
    }
  };

  const reopen = (): Error | null => {
    try {
      const opened = openFile(path);
      closeSync(fd);
      ({ fd, size } = opened);
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };

  const drained = (): Promise<void> => pumping ?? Promise.resolve();

  return {
    write: (line) => {
      if (closed) return;
      const length = Buffer.byteLength(line);
      if (waitingBytes + length > maxWaitingBytes) {
        dropped++;
        return;
      }
      waiting.push(line);
      waitingBytes += length;
      pumping ??= pump().finally(() => (pumping = null));
    },
    reopen,
    drained,
    flushSync: () => {
      const lines = { chunk: Buffer.from(waiting.join("")), offset: 0, givenAt: null };
      waiting = [];
      waitingBytes = 0;
      // What the system has been given it writes, also when the process exits; a second time it must not be.
      if (flight !== null) {
        if (flight.givenAt === null) size += writeRest(fd, flight);
        else waitForSize(fd, flight.givenAt + flight.chunk.length - flight.offset);
      }
      size += writeRest(fd, lines);
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await drained();
      closeSync(fd);
    },
  };
}

function openFile(path: string): { fd: number; size: number } {
  let fd: number | null = null;
  try {
    fd = openSync(path, openFlags, fileMode);
    return { fd, size: fstatSync(fd).size };
  } catch (error) {
    if (fd !== null) closeSync(fd);
    throw dpmError("ERR_DPM_DAEMON_LOG_UNUSABLE", { path, errno: errnoOf(error) }, error);
  }
}

async function shiftFiles(path: string, backups: number): Promise<void> {
  if (backups < 1) return rm(path, { force: true });
  for (let number = backups - 1; number >= 1; number--) {
    await rename(`${path}.${number}`, `${path}.${number + 1}`).catch(() => {});
  }
  await rename(path, `${path}.1`);
}

function writeSome(fd: number, chunk: Buffer, offset: number): Promise<number> {
  return new Promise((resolve) => {
    write(fd, chunk, offset, chunk.length - offset, null, (error, written) =>
      resolve(error === null ? written : 0),
    );
  });
}

/** Writes what is left of it, and answers how many bytes that were. */
function writeRest(fd: number, rest: Flight): number {
  const from = rest.offset;
  try {
    while (rest.offset < rest.chunk.length) rest.offset += writeSync(fd, rest.chunk, rest.offset);
  } catch {
    // The process is ending, and there is nowhere left to say it.
  }
  return rest.offset - from;
}

/** Halts until the file is so long; not for ever, since the disk may stand still. */
function waitForSize(fd: number, bytes: number): void {
  const giveUpAt = performance.now() + lastPatienceMs;
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (let found = sizeOf(fd); found !== null && found < bytes; found = sizeOf(fd)) {
    if (performance.now() > giveUpAt) return;
    Atomics.wait(never, 0, 0, 1);
  }
}

/** Null of what has no size, such as a FIFO. */
function sizeOf(fd: number): number | null {
  const found = fstatSync(fd);
  return found.isFile() ? found.size : null;
}

function droppedLine(count: number): string {
  return `${JSON.stringify({ level: "warn", time: new Date().toISOString(), msg: `${count} log lines were dropped: the log file could not be written fast enough` })}\n`;
}

function errnoOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "EIO";
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}
