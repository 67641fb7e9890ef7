// oxlint-disable max-params -- the functions of the C library take what they take
import { bind, once } from "./c-library.ts";

const native = once(() =>
  bind<(clock: number, time: Int32Array) => number>("int clock_gettime(int, void*)"),
);

const sinceBoot = 7;
// struct timespec: two numbers of 64 bits, of which the low halves say all.
const time = new Int32Array(4);
const nsPerTick = 1e7;
// The kernel's own look at its clock and this one may differ by so much.
const marginNs = 20_000;

/** A moment since the boot as this machine's clock has it, which is what the start times of processes are counted in. */
export interface BootMoment {
  readonly seconds: number;
  readonly ns: number;
}

/** The moment that it is. */
export function bootMoment(): BootMoment {
  native()(sinceBoot, time);
  return { seconds: time[0] ?? 0, ns: time[2] ?? 0 };
}

/**
 * What `/proc/PID/stat` shows as the start time of a process that was made between two moments; null when the hundredth of a
 * second changed meanwhile and only `/proc` can tell. That file is slow to read of a process that is just executing its program.
 */
export function startTicksBetween(before: BootMoment, after: BootMoment): string | null {
  if (before.seconds !== after.seconds) return null;
  const tick = Math.floor((before.ns - marginNs) / nsPerTick);
  if (tick < 0 || tick !== Math.floor((after.ns + marginNs) / nsPerTick)) return null;
  return String(before.seconds * 100 + tick);
}
