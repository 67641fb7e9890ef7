import { fstatSync, statSync, writeSync } from "node:fs";

import type { Output } from "./world.ts";

/** One of the two standard outputs, and what became of it. */
export interface StandardOutput extends Output {
  /** Why something could not be written, such as `ENOSPC`; null when all was, also where the reader just had enough. */
  readonly failure: string | null;
}

type Stream = NodeJS.WriteStream & { readonly fd: number };

/** Codes of a reader that has gone: it had enough, or the terminal was closed. */
const goneCodes: readonly string[] = ["EPIPE", "EIO", "ECONNRESET"];

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

// The module about terminals takes longer to load than help to print, so what can be no terminal is told apart first.
function isTerminal(fd: number): boolean {
  try {
    const file = fstatSync(fd);
    if (!file.isCharacterDevice() || file.rdev === statSync("/dev/null").rdev) return false;
  } catch {
    // Closed, or a system without these files: the module knows.
  }
  return process.getBuiltinModule("node:tty").isatty(fd);
}

/**
 * Writes with plain system calls: a stream of Node is the same to pipes, files and terminals, but takes longer to load than
 * a request to a pmd of this machine. It is used where the system says that it would block.
 */
export function standardOutput(fd: 1 | 2): StandardOutput {
  const stream = (): Stream => (fd === 1 ? process.stdout : process.stderr);
  const isTty = isTerminal(fd);
  let failure: string | null = null;
  let isGone = false;
  let waiting: Stream | null = null;

  const fail = (error: unknown): void => {
    isGone = true;
    const code = codeOf(error);
    if (!goneCodes.includes(code)) failure ??= code;
  };
  /** Writes what can be written now; the answer is what is left. */
  const writeNow = (bytes: Uint8Array): Uint8Array => {
    let rest = bytes;
    try {
      while (rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      if (codeOf(error) === "EAGAIN") return rest;
      fail(error);
    }
    return new Uint8Array();
  };
  const writeLater = (bytes: Uint8Array): Promise<void> => {
    if (waiting === null) {
      waiting = stream();
      waiting.on("error", fail);
    }
    const to = waiting;
    return new Promise((resolve) => {
      to.write(bytes, () => resolve());
    });
  };

  return {
    isTerminal: isTty,
    get columns() {
      return isTty ? stream().columns : undefined;
    },
    get failure() {
      return failure;
    },
    async write(data) {
      if (isGone) return;
      const bytes = typeof data === "string" ? Buffer.from(data) : data;
      const rest = waiting === null ? writeNow(bytes) : bytes;
      if (rest.length > 0) await writeLater(rest);
    },
  };
}
