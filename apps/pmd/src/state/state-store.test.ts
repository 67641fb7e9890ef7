import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { StoredEvent, StoredProcess } from "@dpm/process-core";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { createTroubles, type Troubles } from "../troubles.ts";
import { type DaemonStateStore, openStateStore } from "./state-store.ts";

const durable = { durable: true };

function record(id: string, eventSequence = 1): StoredProcess {
  return {
    id,
    desired: "up",
    state: "running",
    stoppedByRequest: false,
    bootId: "boot",
    instance: { pid: 42, startIdentity: "123", startedAt: 1_700_000_000_000 },
    launch: null,
    ending: null,
    retry: null,
    reason: null,
    runs: null,
    restarts: 2,
    lastExit: {
      report: { kind: "signalled", signal: "SIGKILL", coreDumped: false },
      result: "signal",
      at: 5,
    },
    eventSequence,
  };
}

function event(id: string, sequence = 1): StoredEvent {
  const facts = { at: 1, monotonicMs: 1.5, from: "stopped", to: "running", pid: 42, exit: null };
  return { id, sequence, ...facts, cause: "start requested", actor: "pmc" };
}

async function open(
  path: string,
  troubles: Troubles = createTroubles(() => {}),
): Promise<DaemonStateStore> {
  const store = await openStateStore({ path, historyLimit: 5, troubles });
  onTestFinished(() => store.close());
  return store;
}

const pathIn = (directory = temporaryDirectory()): string => join(directory, "state.db");

test("what was saved is loaded again by the next daemon, under the same instance id", async () => {
  const path = pathIn();
  const first = await open(path);
  const stopped = {
    ...record("b"),
    desired: "down" as const,
    instance: null,
    launch: "token",
    lastExit: null,
    stoppedByRequest: true,
  };
  await first.save(record("a"), event("a"), durable);
  await first.save(stopped, null, { durable: false });
  await first.close();
  const second = await open(path);
  expect(await second.load()).toEqual([record("a"), stopped]);
  expect(second.instanceId).toBe(first.instanceId);
});

test("saves that arrive together are all kept, the last of a process wins, and a removed one is forgotten", async () => {
  const path = pathIn();
  const store = await open(path);
  const ids = Array.from({ length: 500 }, (_, index) => `p${String(index).padStart(3, "0")}`);
  await Promise.all([
    ...ids.map((id) => store.save(record(id), null, { durable: false })),
    ...ids.map((id) => store.save(record(id, 2), null, { durable: false })),
    store.remove("p000"),
  ]);
  const loaded = await store.load();
  expect(loaded.map(({ id }) => id)).toEqual(ids.slice(1));
  expect(loaded.every(({ eventSequence }) => eventSequence === 2)).toBe(true);
});

test("the history keeps its newest events up to its limit", async () => {
  const path = pathIn();
  const store = await open(path);
  for (let sequence = 1; sequence <= 9; sequence += 1)
    await store.save(record("a", sequence), event("a", sequence), durable);
  await store.limitHistory(3);
  await store.load();
  await store.close();
  const database = new DatabaseSync(path);
  onTestFinished(() => database.close());
  expect(
    database
      .prepare("SELECT sequence FROM event ORDER BY number")
      .all()
      .map((row) => row["sequence"]),
  ).toEqual([7, 8, 9]);
});

test.each([
  ["garbage", (): Buffer => Buffer.from("this is not a database at all, ".repeat(300))],
  ["nothing", (): Buffer => Buffer.alloc(0)],
  ["half of it", (text: Buffer): Buffer => text.subarray(0, text.length / 2)],
  ["a page of zeros", (text: Buffer): Buffer => Buffer.from(text).fill(0, 4096, 8192)],
])(
  "a database that became %s is set aside with its date and noted, and work goes on",
  async (_name, damage) => {
    const path = pathIn();
    const store = await open(path);
    await store.save(record("a"), event("a"), durable);
    await store.close();
    const damaged = damage(readFileSync(path));
    writeFileSync(path, damaged);
    const troubles = createTroubles(() => {});
    const next = await open(path, troubles);
    expect(troubles.list()).toMatchObject([{ code: "ERR_DPM_DAEMON_STATE_DAMAGED" }]);
    const aside = readdirSync(join(path, "..")).find((name) =>
      /^state\.db\.damaged-\d{4}-\d\d-\d\dT[\d.-]+Z$/.test(name),
    );
    expect(readFileSync(join(path, "..", aside ?? ""))).toEqual(damaged);
    await next.save(record("a"), event("a"), durable);
    expect(await next.load()).toHaveLength(1);
  },
);

test("a row that makes no sense counts as damage and is not acted upon", async () => {
  const path = pathIn();
  await (await open(path)).close();
  const database = new DatabaseSync(path);
  database.exec(
    "PRAGMA ignore_check_constraints=1; INSERT INTO process VALUES ('a', 'sideways', 'running', 0, 'b', NULL, NULL, NULL, 0, NULL, 1, NULL, NULL, NULL, NULL, NULL)",
  );
  database.close();
  const troubles = createTroubles(() => {});
  expect(await (await open(path, troubles)).load()).toEqual([]);
  expect(troubles.list()).toMatchObject([{ code: "ERR_DPM_DAEMON_STATE_DAMAGED" }]);
});

test("a database of a newer version is refused and left as it is", async () => {
  const path = pathIn();
  const database = new DatabaseSync(path);
  database.exec("PRAGMA user_version=99; CREATE TABLE future (x)");
  database.close();
  const before = readFileSync(path);
  await expect(open(path)).rejects.toMatchObject({
    code: "ERR_DPM_DAEMON_STATE_NEWER",
    details: { found: 99 },
  });
  expect(readFileSync(path).subarray(100)).toEqual(before.subarray(100));
});

test("a database that can't be opened is an error, not an empty one", async () => {
  const path = pathIn();
  mkdirSync(path);
  await expect(open(path)).rejects.toMatchObject({ code: "ERR_DPM_DAEMON_STATE_FAILED" });
});

test("a failed write is reported to whoever asked, and the next one can succeed", async () => {
  const path = pathIn();
  const store = await open(path);
  const blocker = new DatabaseSync(path);
  onTestFinished(() => blocker.close());
  blocker.exec("BEGIN IMMEDIATE");
  await expect(store.save(record("a"), event("a"), durable)).rejects.toMatchObject({
    code: "ERR_DPM_DAEMON_STATE_FAILED",
  });
  blocker.exec("ROLLBACK");
  await store.save(record("a"), event("a"), durable);
  expect(await store.load()).toEqual([record("a")]);
});

test("the configuration that was in force is known to the next daemon", async () => {
  const path = pathIn();
  const first = await open(path);
  expect(first.generation).toBeNull();
  await first.saveGeneration({ number: 7, fingerprint: "f" });
  await first.close();
  expect((await open(path)).generation).toEqual({ number: 7, fingerprint: "f" });
});

test("only the user can read the database and what SQLite puts beside it", async () => {
  const path = pathIn();
  const store = await open(path);
  await store.save(record("a"), event("a"), durable);
  store.noteIntent(record("a", 2));
  const files = readdirSync(join(path, ".."));
  expect(files.toSorted()).toEqual([
    "state.db",
    "state.db-shm",
    "state.db-wal",
    "state.db.intents",
    "state.db.table",
  ]);
  for (const file of files) expect(statSync(join(path, "..", file)).mode & 0o777).toBe(0o600);
});

test("when its thread dies that is a trouble, and the next thread has everything again, also of a database that was lost", async () => {
  const path = pathIn();
  const troubles = createTroubles(() => {});
  const workerFile = new URL("../../fixtures/dying-state-worker.ts", import.meta.url);
  const store = await openStateStore({ path, historyLimit: 5, troubles, workerFile });
  onTestFinished(() => store.close());
  await store.save(record("a"), event("a"), durable);
  await expect(store.limitHistory(666)).rejects.toMatchObject({
    code: "ERR_DPM_DAEMON_STATE_FAILED",
  });
  writeFileSync(path, "lost");
  rmSync(`${path}-wal`, { force: true });
  expect(troubles.list().map(({ code }) => code)).toContain("ERR_DPM_DAEMON_STATE_STOPPED");
  await waitUntil(async () => (await store.load()).length === 1);
  expect(await store.load()).toEqual([record("a")]);
  expect(troubles.list()).toMatchObject([{ code: "ERR_DPM_DAEMON_STATE_DAMAGED" }]);
});

test("of a database whose files were removed all is in a new one once it is opened again, also what was noted", async () => {
  const path = pathIn();
  const store = await open(path);
  const generation = { number: 7, fingerprint: "f" };
  await store.saveGeneration(generation);
  await store.save(record("a"), event("a"), durable);
  store.noteIntent(record("a"));
  for (const name of readdirSync(dirname(path))) rmSync(join(dirname(path), name));
  await store.reopen();
  await store.save(record("b"), event("b"), durable);
  store.noteIntent(record("b"));
  expect(readFileSync(`${path}.intents`, "utf8")).toContain('"b"');
  await store.close();
  const next = await open(path);
  expect(next.generation).toEqual(generation);
  expect((await next.load()).map(({ id }) => id)).toEqual(["a", "b"]);
});

test("a store that was closed answers nothing more and keeps no program alive", async () => {
  const path = pathIn();
  const store = await open(path);
  await store.close();
  await expect(store.save(record("a"), null, durable)).rejects.toMatchObject({
    code: "ERR_DPM_DAEMON_STATE_FAILED",
  });
  rmSync(path);
});
