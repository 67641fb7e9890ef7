// oxlint-disable max-params -- the functions of the C library take what they take
import { constants } from "node:os";
import type { ExitReport } from "@dpm/process-core";
import { bind, once } from "./c-library.ts";

/** A child that has ended. */
export interface EndedChild {
  readonly pid: number;
  readonly report: ExitReport;
}

const native = once(() =>
  bind<(kind: number, id: number, info: Buffer, options: number) => number>(
    "int waitid(int, unsigned int, void*, int)",
  ),
);

const anyChild = 0;
const byPid = 1;
const noHang = 1;
const exited = 4;
const keepZombie = 0x01000000;
const codeOf = { exited: 1, killed: 2, dumped: 3 } as const;
const info = Buffer.alloc(128);

/** The first child that has ended and was not reaped; it stays unreaped. Null when there is none. */
export function lookForEndedChild(): EndedChild | null {
  return wait(anyChild, 0, keepZombie);
}

/** Reaps this child if it has ended; null if it hasn't, or is no child. */
export function reapChild(pid: number): EndedChild | null {
  return wait(byPid, pid, 0);
}

function wait(kind: number, id: number, options: number): EndedChild | null {
  info.writeInt32LE(0, 16);
  if (native()(kind, id, info, exited | noHang | options) !== 0) return null;
  const pid = info.readInt32LE(16);
  if (pid === 0) return null;
  return { pid, report: reportOf(info.readInt32LE(8), info.readInt32LE(24)) };
}

function reportOf(code: number, status: number): ExitReport {
  if (code === codeOf.exited) return { kind: "exited", code: status };
  if (code !== codeOf.killed && code !== codeOf.dumped) return { kind: "unknown" };
  return { kind: "signalled", signal: signalName(status), coreDumped: code === codeOf.dumped };
}

const names = new Map<number, string>();
for (const [name, number] of Object.entries(constants.signals)) {
  // SIGIOT and SIGPOLL are second names of SIGABRT and SIGIO.
  if (!names.has(number)) names.set(number, name);
}

/** The name of a signal, for example "SIGTERM" or "SIGRTMIN+3". */
export function signalName(number: number): string {
  return names.get(number) ?? (number >= 34 ? `SIGRTMIN+${number - 34}` : `SIG${number}`);
}

/** How a process ended, from the status word of `wait` that `/proc/PID/stat` shows of a zombie. */
export function reportOfStatus(status: number): ExitReport {
  const signal = status & 0x7f;
  if (signal === 0) return { kind: "exited", code: (status >> 8) & 0xff };
  return { kind: "signalled", signal: signalName(signal), coreDumped: (status & 0x80) !== 0 };
}
