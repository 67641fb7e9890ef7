import { spawnSync } from "node:child_process";
import type { Dice } from "../dice.ts";
import { dieOrKill } from "./die-or-kill.ts";
import type { Fault } from "./fault.ts";

/** System calls of start, stop, restart, reload and rotation, and how many of each one thread makes in a round at most. */
const calls: readonly (readonly [call: string, times: number])[] = [
  ["fsync", 4],
  ["fdatasync", 20],
  ["pwrite64", 150],
  ["ftruncate", 4],
  ["rename", 8],
  ["unlink", 6],
  ["mkdir", 4],
  ["openat", 120],
  ["write", 200],
  ["writev", 20],
  ["bind", 2],
  ["accept4", 12],
  ["clone", 12],
  ["clone3", 12],
  ["vfork", 12],
  ["setsid", 3],
  ["kill", 12],
  ["wait4", 12],
  ["waitid", 20],
  ["pidfd_open", 12],
  ["pidfd_send_signal", 12],
  ["mknodat", 12],
  ["splice", 300],
  ["epoll_ctl", 60],
];

/** Whether system calls can be injected here. */
export const hasStrace: boolean = spawnSync("strace", ["-V"]).status === 0;

/** SIGKILL at the Nth time that a thread of pmd makes a system call. It hits a child of pmd instead where that makes it before its exec. */
export function killAtSystemCall(dice: Dice): Fault {
  const [call, times] = dice.pick(calls);
  const number = dice.between(1, times);
  // -D: pmd stays a child of its starter. -b execve: its programs are let go at their exec.
  const words = `strace -D -f -qq -b execve --seccomp-bpf -o /dev/null`.split(" ");
  const injection = `inject=?${call}:signal=SIGKILL:when=${number}`;
  const prefix = [...words, "-e", `trace=?${call},execve`, "-e", injection];
  return {
    name: `system call ${call}`,
    // One thread for file work, so that all calls of it are counted in one row.
    terms: { prefix, environment: { UV_THREADPOOL_SIZE: "1" } },
    strike: (world, dice) => dieOrKill(world, dice, `${call}, time ${number}`),
  };
}
