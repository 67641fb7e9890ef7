import type { KillOutcome, SignalOutcome } from "@dpm/process-core";
import { errnoOf } from "./launch-failure.ts";
import type { ProcessEntry } from "./process-table.ts";
import { findMembers, type ProcessTree } from "./process-tree.ts";
import type { ProcessWatch } from "./process-watch.ts";
import { signalNumber } from "./signal-number.ts";

/** Signals processes, each only after its start was compared: a pid alone may be another's by now. */
export interface TreeSignals {
  toLeader(tree: ProcessTree, signal: string): SignalOutcome;
  toTree(tree: ProcessTree, signal: string): SignalOutcome;
  kill(tree: ProcessTree): Promise<KillOutcome>;
}

/** How signals reach processes. What it is given was verified just before. */
export interface SignalSender {
  /** To the group of a main process that is alive. */
  toGroup(leader: number, number: number): SignalOutcome;
  /** To one process, which it may verify once more in a way that leaves no gap. */
  toProcess(pid: number, number: number, startTicks: string): SignalOutcome;
}

/** How long a kill goes on before what is left is reported. */
export const killTimeoutMs = 5_000;
// On a machine that gives the daemon no time, time alone says nothing about the killed.
const minRounds = 5;

/** Signals through what a watch sees. */
export function createTreeSignals(watch: ProcessWatch, sender: SignalSender = byPid): TreeSignals {
  const isSame = (pid: number, startTicks: string): boolean => {
    const now = watch.look(pid);
    return now !== null && !now.dead && now.startTicks === startTicks;
  };

  const leaderLives = (tree: ProcessTree): boolean =>
    !tree.leaderEnded && isSame(tree.pid, tree.startTicks);

  const toMember = (pid: number, startTicks: string, number: number): SignalOutcome =>
    isSame(pid, startTicks) ? sender.toProcess(pid, number, startTicks) : { kind: "gone" };

  const toMembers = (
    members: readonly ProcessEntry[],
    tree: ProcessTree,
    number: number,
  ): SignalOutcome => {
    // The group at once, so that a member that forks at this moment can't leave a child without the signal.
    const grouped = leaderLives(tree)
      ? sender.toGroup(tree.pid, number)
      : ({ kind: "gone" } as const);
    const single = members.filter((member) => grouped.kind !== "sent" || member.group !== tree.pid);
    const outcomes = [
      grouped,
      ...single.map((member) => toMember(member.pid, member.startTicks, number)),
    ];
    return (
      outcomes.find((outcome) => outcome.kind === "sent") ??
      outcomes.find((outcome) => outcome.kind === "refused") ?? { kind: "gone" }
    );
  };

  return {
    toLeader: (tree, signal) => {
      const number = signalNumber(signal);
      if (number === null) return unknownSignal;
      return leaderLives(tree)
        ? sender.toProcess(tree.pid, number, tree.startTicks)
        : { kind: "gone" };
    },

    toTree: (tree, signal) => {
      const number = signalNumber(signal);
      if (number === null) return unknownSignal;
      if (tree.gone) return { kind: "gone" };
      return toMembers(findMembers(watch.table(tree.deadSinceMs ?? 0), tree), tree, number);
    },

    kill: async (tree) => {
      const number = signalNumber("SIGKILL") ?? 9;
      const end = performance.now() + killTimeoutMs;
      if (tree.gone) return { kind: "empty" };
      for (let quiet = 0, round = 0; ; round++) {
        const table = await watch.nextTable();
        const members = findMembers(table, tree);
        // A process that disappeared during the sweep may have left a child that the sweep missed: look once more.
        quiet = members.length > 0 ? 0 : quiet + 1;
        if (quiet === 2 || (quiet === 1 && !table.disturbed)) return { kind: "empty" };
        if (performance.now() >= end && round >= minRounds)
          return { kind: "survivors", pids: members.map((member) => member.pid) };
        toMembers(members, tree, number);
        if (members.length > 0) await pause(Math.min(2 ** round, 50));
      }
    },
  };
}

const unknownSignal: SignalOutcome = { kind: "refused", errno: "EINVAL" };

const byPid: SignalSender = {
  toGroup: (leader, number) => send(-leader, number),
  toProcess: send,
};

function send(pid: number, number: number): SignalOutcome {
  try {
    process.kill(pid, number);
    return { kind: "sent" };
  } catch (error) {
    const errno = errnoOf(error);
    return errno === "ESRCH" ? { kind: "gone" } : { kind: "refused", errno };
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
