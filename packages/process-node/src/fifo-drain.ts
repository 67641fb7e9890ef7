import { closeSync, constants, fstatSync, openSync, writeSync } from "node:fs";
import { Socket } from "node:net";
import { dpmError, type DpmError } from "@dpm/errors";
import { errnoOf, type LogDirectory, LaunchError, type LogOwner, openOutput } from "@dpm/launch";
import type { Output } from "@dpm/process-core";
import { findCapturedFifos, type FifoStream } from "./captured-fifos.ts";

/** What draining works with. */
export interface DrainOptions {
  /** Where the Linux engine has its FIFOs. */
  readonly directory: string;
  readonly logDirectory: LogDirectory | null;
  readonly trouble: (name: string, error: DpmError | null) => void;
}

/** Moves what processes write that the Linux engine has launched: nobody else reads their FIFOs, and they would stand still. */
export interface FifoDrain {
  /** Reads what this process writes, or wrote before it ended, as far as it is a FIFO, into the log of this output; null: it goes nowhere. */
  add(id: string, pid: number | null, output: Output | null): void;
  /** The log of a process is another by now. */
  change(id: string, output: Output): void;
  /** It was launched anew, or is not wanted any more: what an earlier one wrote to is no trouble now. */
  forget(id: string): void;
  /** Opens all logs anew. */
  reopen(): void;
  close(): void;
}

interface Drained {
  readonly id: string;
  readonly stream: FifoStream;
  readonly socket: Socket;
  readonly owner: LogOwner;
  output: Output | null;
  fd: number | null;
  droppedBytes: number;
  droppedLines: number;
  triedAtMs: number;
}

const retryMs = 1000;
const newline = 0x0a;

/** Makes it, without any. */
export function createFifoDrain({ directory, logDirectory, trouble }: DrainOptions): FifoDrain {
  const drains = new Set<Drained>();
  const unreachable = new Set<string>();

  const pathOf = ({ output, stream }: Drained): string | null => {
    if (output === null || output.capture === "none") return null;
    return stream === "out" ? output.stdoutFile : output.stderrFile;
  };
  const letGo = (drained: Drained): void => {
    if (drained.fd !== null) closeSync(drained.fd);
    drained.fd = null;
    drained.triedAtMs = Number.NEGATIVE_INFINITY;
  };
  const open = (drained: Drained, path: string): number | null => {
    if (drained.fd !== null) return drained.fd;
    const nowMs = performance.now();
    if (drained.output === null || nowMs - drained.triedAtMs < retryMs) return null;
    drained.triedAtMs = nowMs;
    const output = { ...drained.output, stdoutFile: path, stderrFile: path };
    const { stdout } = openOutput(output, drained.owner, logDirectory);
    return (drained.fd = stdout === "ignore" ? null : stdout);
  };
  // What can't be written is dropped and counted: the process must not stand still for it.
  const drop = (drained: Drained, lost: Uint8Array): void => {
    drained.droppedBytes += lost.length;
    drained.droppedLines += lost.reduce((count, byte) => (byte === newline ? count + 1 : count), 0);
  };
  const write = (drained: Drained, data: Uint8Array): void => {
    const path = pathOf(drained);
    if (path === null) return;
    let written = 0;
    try {
      const fd = open(drained, path);
      if (fd === null) return drop(drained, data);
      while (written < data.length) written += writeSync(fd, data, written);
      if (drained.droppedBytes > 0) trouble(`log ${path}`, null);
      drained.droppedBytes = 0;
      drained.droppedLines = 0;
    } catch (error) {
      letGo(drained);
      drained.triedAtMs = performance.now();
      drop(drained, data.subarray(written));
      const { droppedBytes, droppedLines } = drained;
      const errno = error instanceof LaunchError ? error.failure.errno : errnoOf(error);
      const facts = { path, errno, droppedBytes, droppedLines };
      trouble(`log ${path}`, dpmError("ERR_DPM_PROCESS_LOG_UNWRITABLE", facts));
    }
  };
  const start = (id: string, stream: FifoStream, from: string): Drained | null => {
    const fd = openSync(from, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = fstatSync(fd);
    if (!found.isFIFO()) {
      closeSync(fd);
      return null;
    }
    // It was made for the user whose the log is as well.
    const owner = found.uid === process.getuid?.() ? null : { uid: found.uid, gid: found.gid };
    const socket = new Socket({ fd, readable: true, writable: false });
    const none = {
      fd: null,
      droppedBytes: 0,
      droppedLines: 0,
      triedAtMs: Number.NEGATIVE_INFINITY,
    };
    return { id, stream, socket, owner, output: null, ...none };
  };
  const drain = (drained: Drained): void => {
    const { socket } = drained;
    drains.add(drained);
    socket.on("data", (data: Uint8Array) => write(drained, data));
    // Told below, by the end.
    socket.on("error", () => {});
    socket.once("close", () => {
      drains.delete(drained);
      letGo(drained);
      if (drained.droppedBytes > 0) trouble(`log ${pathOf(drained) ?? ""}`, null);
    });
    socket.unref();
  };
  return {
    add: (id, pid, output) => {
      try {
        for (const { stream, path } of findCapturedFifos(directory, { id, pid })) {
          const drained = start(id, stream, path);
          if (drained !== null) drain(Object.assign(drained, { output }));
        }
      } catch (error) {
        const errno = errnoOf(error);
        unreachable.add(id);
        trouble(`output of ${id}`, dpmError("ERR_DPM_PROCESS_OUTPUT_LOST", { id, errno }));
      }
    },
    change: (id, output) => {
      for (const drained of drains) {
        if (drained.id !== id) continue;
        letGo(drained);
        drained.output = output;
      }
    },
    forget: (id) => {
      if (unreachable.delete(id)) trouble(`output of ${id}`, null);
    },
    reopen: () => {
      for (const drained of drains) letGo(drained);
    },
    close: () => {
      for (const { socket } of drains) socket.destroy();
    },
  };
}
