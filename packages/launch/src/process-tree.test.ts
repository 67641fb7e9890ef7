import { describe, expect, test } from "vitest";
import { createProcessTable, type ProcessEntry, type ProcessTable } from "./process-table.ts";
import { findMembers, type ProcessTree } from "./process-tree.ts";
import { createTreeSignals, killTimeoutMs } from "./tree-signals.ts";

function entry(pid: number, changes: Partial<ProcessEntry> = {}): ProcessEntry {
  return {
    pid,
    parent: 1,
    group: pid,
    session: pid,
    dead: false,
    startTicks: "500",
    launchToken: null,
    ...changes,
  };
}

function table(...entries: ProcessEntry[]): ProcessTable {
  return createProcessTable(entries, { takenAtMs: performance.now(), disturbed: false });
}

function tree(changes: Partial<ProcessTree> = {}): ProcessTree {
  return {
    pid: 100,
    startTicks: "400",
    token: "mine",
    seen: new Map(),
    deadSinceMs: null,
    leaderEnded: false,
    gone: false,
    ...changes,
  };
}

function pidsOf(found: readonly ProcessEntry[]): number[] {
  return found.map(({ pid }) => pid).toSorted((a, b) => a - b);
}

const leader = entry(100, { startTicks: "400" });

describe("a tree", () => {
  test("is the main process, its group, its session, what carries its token, and all their descendants", () => {
    const found = findMembers(
      table(
        leader,
        entry(101, { group: 100 }),
        entry(102, { session: 100 }),
        entry(103, { launchToken: "mine" }),
        entry(104, { parent: 100 }),
        entry(105, { parent: 104 }),
        entry(106, { parent: 103 }),
        entry(200, { launchToken: "other" }),
        entry(201),
      ),
      tree(),
    );
    expect(pidsOf(found)).toEqual([100, 101, 102, 103, 104, 105, 106]);
  });

  test("has no zombies and never this process", () => {
    const self = entry(process.pid, { parent: 100, launchToken: "mine" });
    expect(
      pidsOf(findMembers(table(leader, self, entry(101, { group: 100, dead: true })), tree())),
    ).toEqual([100]);
  });

  test("keeps its group after the main process is gone", () => {
    expect(pidsOf(findMembers(table(entry(101, { group: 100 })), tree()))).toEqual([101]);
  });

  test("has nothing of a stranger that got the number of the main process", () => {
    const stranger = entry(100, { startTicks: "900" });
    const itsChild = entry(101, { group: 100, session: 100, parent: 100, startTicks: "901" });
    expect(findMembers(table(stranger, itsChild), tree())).toEqual([]);
  });

  test("has nothing of a stranger that got the number within the same clock tick, once the end is known", () => {
    const strangers = table(leader, entry(101, { parent: 100 }));
    expect(findMembers(strangers, tree({ leaderEnded: true }))).toEqual([]);
    expect(pidsOf(findMembers(strangers, tree()))).toEqual([100, 101]);
  });

  test("has nothing in its group that is older than the main process", () => {
    expect(findMembers(table(entry(99, { group: 100, startTicks: "399" })), tree())).toEqual([]);
  });

  test("remembers a member whose parents are gone, as long as it is the same process", () => {
    const mine = tree({ token: null });
    expect(pidsOf(findMembers(table(leader, entry(104, { parent: 100 })), mine))).toEqual([
      100, 104,
    ]);
    expect(pidsOf(findMembers(table(entry(104)), mine))).toEqual([104]);
    expect(findMembers(table(entry(104, { startTicks: "999" })), mine)).toEqual([]);
    expect(findMembers(table(entry(104)), mine)).toEqual([]);
  });
});

describe("a kill", () => {
  test("reports what it can't end after its time", async () => {
    // Its number is beyond what the kernel gives, so nothing real is ever signalled.
    const unkillable = entry(2 ** 22 + 7, { startTicks: "400" });
    const all = table(unkillable);
    const signals = createTreeSignals({
      look: (pid) => all.get(pid) ?? null,
      table: () => all,
      evidence: () => [all],
      nextTable: async () => all,
    });
    const before = performance.now();
    const outcome = await signals.kill(tree({ pid: unkillable.pid }));
    expect(outcome).toEqual({ kind: "survivors", pids: [unkillable.pid] });
    expect(performance.now() - before).toBeGreaterThanOrEqual(killTimeoutMs - 1);
  });

  test("looks again when a process disappeared while it looked", async () => {
    const late = entry(2 ** 22 + 8, { launchToken: "mine" });
    const sweeps = [
      createProcessTable([], { takenAtMs: 1, disturbed: true }),
      createProcessTable([late], { takenAtMs: 2, disturbed: true }),
      createProcessTable([], { takenAtMs: 3, disturbed: false }),
    ];
    let asked = 0;
    const empty = table();
    const signals = createTreeSignals({
      look: () => null,
      table: () => empty,
      evidence: () => [empty],
      nextTable: async () => sweeps[asked++] ?? empty,
    });
    expect(await signals.kill(tree())).toEqual({ kind: "empty" });
    expect(asked).toBe(3);
  });
});
