import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { assert, integer, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { createDatabaseTasks } from "./database-tasks.ts";
import { type OpenedDatabase, openDatabase } from "./open-database.ts";

const record = {
  id: "web",
  desired: "up",
  state: "running",
  stoppedByRequest: false,
  bootId: "boot",
  instance: { pid: 42, startIdentity: "123", startedAt: 1 },
  launch: null,
  ending: null,
  retry: null,
  reason: null,
  runs: null,
  restarts: 0,
  lastExit: null,
  eventSequence: 1,
} as const;

/** The bytes of a sound database that remembers one process. */
function soundDatabase(directory: string): Buffer {
  const path = join(directory, "sound.db");
  const opened = openDatabase(path, 0);
  if (opened.kind !== "opened") throw new Error(opened.kind);
  createDatabaseTasks(opened.database, 10).write([
    { kind: "save", process: record, events: [], durable: true },
  ]);
  opened.database.close();
  return readFileSync(path);
}

/** What becomes of a database with these bytes: how many processes it remembers, or null when it was set aside or refused. */
function remembered(path: string): number | null {
  const opened: OpenedDatabase = openDatabase(path, 0);
  if (opened.kind !== "opened") return null;
  try {
    const count = createDatabaseTasks(opened.database, 10).load().length;
    return opened.setAside === null ? count : null;
  } finally {
    opened.database.close();
  }
}

test(
  "a database cut off anywhere is set aside unless it lost nothing, and never taken for one that remembers nothing",
  { timeout: 60_000 },
  () => {
    const directory = temporaryDirectory();
    const sound = soundDatabase(directory);
    let file = 0;
    assert(
      property(nat(sound.length - 1), (length) => {
        const path = join(directory, `cut-${file++}.db`);
        writeFileSync(path, sound.subarray(0, length));
        expect([1, null]).toContain(remembered(path));
      }),
      { numRuns: 60 },
    );
  },
);

test(
  "a database with any byte changed remembers its process, or is set aside or refused",
  { timeout: 60_000 },
  () => {
    const directory = temporaryDirectory();
    const sound = soundDatabase(directory);
    let file = 0;
    assert(
      property(nat(sound.length - 1), integer({ min: 1, max: 255 }), (offset, difference) => {
        const path = join(directory, `flip-${file++}.db`);
        const damaged = Buffer.from(sound);
        damaged[offset] = (damaged[offset] ?? 0) ^ difference;
        writeFileSync(path, damaged);
        expect([1, null]).toContain(remembered(path));
      }),
      { numRuns: 200 },
    );
  },
);

test("a database of the first released version opens with all that it remembers, and takes a launch", () => {
  const path = join(temporaryDirectory(), "state.db");
  copyFileSync(new URL("../../fixtures/state-v1.db", import.meta.url), path);
  const opened = openDatabase(path, 0);
  expect(opened).toMatchObject({
    kind: "opened",
    setAside: null,
    instanceId: "2b0c6a7e-1f0e-4c2e-9a55-0d7a35a3d9b1",
  });
  if (opened.kind !== "opened") return;
  expect(createDatabaseTasks(opened.database, 10).load()).toEqual([
    {
      ...record,
      id: "stopped",
      desired: "down",
      state: "stopped",
      stoppedByRequest: true,
      instance: null,
    },
    {
      ...record,
      lastExit: {
        report: { kind: "signalled", signal: "SIGKILL", coreDumped: false },
        result: "signal",
        at: 5,
      },
    },
  ]);
  const launching = { ...record, state: "starting", instance: null, launch: "token" };
  createDatabaseTasks(opened.database, 10).write([
    { kind: "save", process: launching, events: [], durable: true },
  ]);
  opened.database.close();
  const again = openDatabase(path, 0);
  if (again.kind !== "opened") throw new Error(again.kind);
  expect(createDatabaseTasks(again.database, 10).load()).toContainEqual(launching);
  again.database.close();
});
