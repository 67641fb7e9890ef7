import {
  createTreeSignals,
  findMembers,
  isLeader,
  type ProcessWatch,
  readProcEntry,
  signalNumber,
} from "@dpm/launch";
import type { KillOutcome, SignalOutcome } from "@dpm/process-core";
import { closeSync } from "node:fs";
import { freezeCgroup, isPopulated, killCgroup, pidsInCgroup, removeCgroup } from "./cgroups.ts";
import { openPidfd, signalByPidfd, signalChild } from "./native/pidfd.ts";
import { groupOf } from "./native/process-group.ts";
import { cgroupOf, type ProcessRecord, treeOf } from "./process-record.ts";

/** Signals what belongs to a launch, and only that. */
export interface MemberSignals {
  toLeader(record: ProcessRecord, signal: string): SignalOutcome;
  toTree(record: ProcessRecord, signal: string): SignalOutcome;
  kill(record: ProcessRecord): Promise<KillOutcome>;
  isAlive(record: ProcessRecord): boolean;
}

const killTimeoutMs = 5_000;
// On a machine that gives the daemon no time, time alone says nothing about the killed.
const minRounds = 5;
const unknownSignal: SignalOutcome = { kind: "refused", errno: "EINVAL" };
const gone: SignalOutcome = { kind: "gone" };
const sent: SignalOutcome = { kind: "sent" };
const sigKill = 9;
const sigCont = 18;
// These stop a process, or are what would wake it: nothing is to follow them.
const unfollowed = new Set([0, sigKill, sigCont, 19, 20, 21, 22]);

/** Signals through control groups where a launch has one, and else through what the process table shows. */
export function createMemberSignals(watch: ProcessWatch): MemberSignals {
  const bySweep = createTreeSignals(watch, {
    // The main process was compared just before, and its group can't be another's while it lives.
    toGroup: (leader, number) => outcomeOf(signalChild(-leader, number)),
    toProcess: (pid, number, startTicks) => toVerified(pid, number, startTicks),
  });

  const toLeader = (record: ProcessRecord, number: number): SignalOutcome => {
    if (record.leaderEnded || record.gone) return gone;
    return record.isChild
      ? outcomeOf(signalChild(record.pid, number))
      : toVerified(record.pid, number, record.startTicks);
  };

  const toGroup = (folder: string, record: ProcessRecord, number: number): SignalOutcome => {
    // At once, so that a member that forks at this moment can't leave a child without the signal.
    const isReserved = record.isChild && !record.leaderEnded;
    const grouped = isReserved ? outcomeOf(signalChild(-record.pid, number)) : gone;
    // A stopped process acts on a signal only when it goes on.
    if (grouped.kind === "sent" && !unfollowed.has(number)) signalChild(-record.pid, sigCont);
    const pids = pidsInCgroup(folder).filter(
      (pid) =>
        pid !== process.pid &&
        !(grouped.kind === "sent" && (pid === record.pid || groupOf(pid) === record.pid)),
    );
    return worst([grouped, ...toMembers(folder, pids, number)]);
  };

  return {
    toLeader: (record, signal) => {
      const number = signalNumber(signal);
      return number === null ? unknownSignal : toLeader(record, number);
    },
    toTree: (record, signal) => {
      const number = signalNumber(signal);
      if (number === null) return unknownSignal;
      if (record.gone) return gone;
      const cgroup = cgroupOf(record);
      if (cgroup === null) {
        const outcome = bySweep.toTree(treeOf(record), signal);
        if (!unfollowed.has(number)) bySweep.toTree(treeOf(record), "SIGCONT");
        return outcome;
      }
      return toGroup(cgroup, record, number);
    },
    kill: async (record) => {
      if (record.gone) return { kind: "empty" };
      const cgroup = cgroupOf(record);
      return cgroup === null ? bySweep.kill(treeOf(record)) : killAll(cgroup, record);
    },
    isAlive: (record) => {
      if (record.gone) return false;
      const cgroup = cgroupOf(record);
      if (cgroup !== null) {
        if (record.isChild && !record.leaderEnded) return true;
        return isPopulated(cgroup);
      }
      const tree = treeOf(record);
      const leader = watch.look(tree.pid);
      if (leader !== null && !leader.dead && isLeader(leader, tree)) return true;
      const tables = watch.evidence(tree.deadSinceMs ?? performance.now());
      return tables.some((table) => findMembers(table, tree).length > 0);
    },
  };
}

async function killAll(folder: string, record: ProcessRecord): Promise<KillOutcome> {
  const end = performance.now() + killTimeoutMs;
  let isFrozen = false;
  for (let round = 0; ; round++) {
    if (removeCgroup(folder) === "gone") return { kind: "empty" };
    const all = pidsInCgroup(folder);
    const pids = all.filter((pid) => pid !== process.pid);
    // Should this process be in there for want of a way out, the group can't be ended at once.
    const isAlone = all.length === pids.length;
    if (pids.length > 0 && performance.now() >= end && round >= minRounds) {
      if (isFrozen) freezeCgroup(folder, false);
      return { kind: "survivors", pids: pids.filter(isMainThread) };
    }
    if (record.isChild && !record.leaderEnded) signalChild(-record.pid, sigKill);
    if (pids.length > 0 && !(isAlone && killCgroup(folder))) {
      // What forks quicker than it is killed must not go on; the frozen die as well.
      if (isAlone && round === 2) freezeCgroup(folder, (isFrozen = true));
      toMembers(folder, pids, sigKill);
    }
    await pause(round === 0 ? 0 : Math.min(2 ** (round - 1), 50));
  }
}

function isMainThread(pid: number): boolean {
  const fd = openPidfd(pid);
  if (typeof fd === "string") return false;
  closeSync(fd);
  return true;
}

/** The descriptors name one process each, and the second look says which of these were in the group after that. */
function toMembers(folder: string, pids: readonly number[], number: number): SignalOutcome[] {
  if (pids.length === 0) return [];
  const opened: (readonly [pid: number, fd: number])[] = [];
  try {
    for (const pid of pids) {
      const fd = openPidfd(pid);
      // No process, but a thread of one; or it is gone by now.
      if (typeof fd === "number") opened.push([pid, fd]);
    }
    const present = new Set(pidsInCgroup(folder));
    return opened.map(([pid, fd]) => {
      if (!present.has(pid)) return gone;
      const outcome = outcomeOf(signalByPidfd(fd, number));
      if (outcome.kind === "sent" && !unfollowed.has(number)) signalByPidfd(fd, sigCont);
      return outcome;
    });
  } finally {
    for (const [, fd] of opened) closeSync(fd);
  }
}

/** The descriptor names one process, and the comparison after it was opened says which. */
function toVerified(pid: number, number: number, startTicks: string): SignalOutcome {
  const fd = openPidfd(pid);
  if (typeof fd === "string") return outcomeOf(fd);
  try {
    const now = readProcEntry(pid);
    if (now === null || now.dead || now.startTicks !== startTicks) return gone;
    return outcomeOf(signalByPidfd(fd, number));
  } finally {
    closeSync(fd);
  }
}

function outcomeOf(errno: string | null): SignalOutcome {
  if (errno === null) return sent;
  return errno === "ESRCH" ? gone : { kind: "refused", errno };
}

function worst(outcomes: readonly SignalOutcome[]): SignalOutcome {
  return (
    outcomes.find(({ kind }) => kind === "sent") ??
    outcomes.find(({ kind }) => kind === "refused") ??
    gone
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms === 0) setImmediate(resolve);
    else setTimeout(resolve, ms);
  });
}
