// oxlint-disable max-params -- the functions of the C library take what they take
import { bind, errnoName, lastErrno, once } from "./c-library.ts";

// The same on every processor since they came after the numbers were unified.
const pidfdSendSignal = 424;
const pidfdOpen = 434;

const native = once(() => ({
  open: bind<(number: number, pid: number, flags: number) => number>(
    "long syscall(long, int, unsigned int)",
  ),
  send: bind<(number: number, fd: number, signal: number, info: null, flags: number) => number>(
    "long syscall(long, int, int, void*, unsigned int)",
  ),
  kill: bind<(pid: number, signal: number) => number>("int kill(int, int)"),
}));

/** A descriptor that names this very process for ever, closed on exec; an error's name where there is none such. */
export function openPidfd(pid: number): number | string {
  const fd = native().open(pidfdOpen, pid, 0);
  return fd >= 0 ? fd : errnoName(lastErrno());
}

/** Signals the process that the descriptor names. Null, or the error's name: ESRCH when it is gone. */
export function signalByPidfd(pidfd: number, signal: number): string | null {
  return native().send(pidfdSendSignal, pidfd, signal, null, 0) === 0
    ? null
    : errnoName(lastErrno());
}

/** Signals a process, or with a negative number a group, that is certain to be meant: an unreaped child of this process. */
export function signalChild(pid: number, signal: number): string | null {
  return native().kill(pid, signal) === 0 ? null : errnoName(lastErrno());
}
