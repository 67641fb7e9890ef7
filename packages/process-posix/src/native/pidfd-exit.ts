import type { ExitReport } from "@dpm/process-core";
import { bind, once } from "./c-library.ts";
import { reportOfStatus } from "./wait.ts";

const native = once(() =>
  bind<(fd: number, request: number, info: Buffer) => number>("int ioctl(int, ulong, void*)"),
);

// _IOWR(0xff, 11, 64 bytes)
const getInfo = 0xc040ff0b;
const withExit = 8n;

/** How the process ended that was reaped by its parent, where the kernel still tells (from 6.15); null where it doesn't. */
export function exitByPidfd(pidfd: number): ExitReport | null {
  const info = Buffer.alloc(64);
  info.writeBigUInt64LE(withExit, 0);
  if (native()(pidfd, getInfo, info) !== 0) return null;
  return (info.readBigUInt64LE(0) & withExit) === 0n ? null : reportOfStatus(info.readInt32LE(60));
}
