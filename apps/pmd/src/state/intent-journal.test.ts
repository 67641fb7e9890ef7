import { appendFileSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { StoredEvent, StoredProcess } from "@dpm/process-core";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { createTroubles } from "../troubles.ts";
import { createIntentJournal, type IntentJournal } from "./intent-journal.ts";
import { type DaemonStateStore, openStateStore } from "./state-store.ts";

function launching(id: string, eventSequence: number): StoredProcess {
  return {
    id,
    desired: "up",
    state: "starting",
    stoppedByRequest: false,
    bootId: "boot",
    instance: null,
    launch: `token-${eventSequence}`,
    ending: null,
    retry: null,
    reason: null,
    runs: null,
    restarts: 0,
    lastExit: null,
    eventSequence,
  };
}

function event(id: string, sequence: number): StoredEvent {
  const facts = { at: 1, monotonicMs: 1, from: "stopped", to: "starting", pid: null, exit: null };
  return { id, sequence, ...facts, cause: "start requested", actor: null };
}

const note = (journal: IntentJournal, id: string, sequences: readonly number[]): boolean =>
  journal.note({
    process: launching(id, sequences.at(-1) ?? 0),
    events: sequences.map((sequence) => event(id, sequence)),
  });

async function open(path: string): Promise<DaemonStateStore> {
  const store = await openStateStore({
    path,
    historyLimit: 100,
    troubles: createTroubles(() => {}),
  });
  onTestFinished(() => store.close());
  return store;
}

function sequencesIn(path: string): readonly unknown[] {
  const database = new DatabaseSync(path);
  onTestFinished(() => database.close());
  return database
    .prepare("SELECT sequence FROM event ORDER BY number")
    .all()
    .map((row) => row["sequence"]);
}

test("a launch that was noted and not saved is what the next daemon loads, with its events and once", async () => {
  const path = join(temporaryDirectory(), "state.db");
  const first = await open(path);
  await first.save(launching("a", 1), event("a", 1), { durable: true });
  await first.close();
  expect(note(createIntentJournal(`${path}.intents`), "a", [1, 2, 3])).toBe(true);
  const second = await open(path);
  expect(await second.load()).toEqual([launching("a", 3)]);
  await second.close();
  expect(sequencesIn(path)).toEqual([1, 2, 3]);
  expect(await (await open(path)).load()).toEqual([launching("a", 3)]);
  expect(sequencesIn(path)).toEqual([1, 2, 3]);
});

test("what the database has by then is not undone by an older note, nor by a line that was cut off", async () => {
  const path = join(temporaryDirectory(), "state.db");
  const store = await open(path);
  expect(store.noteIntent(launching("a", 1))).toBe(true);
  const running = { ...launching("a", 2), state: "running", launch: null };
  await store.save(running, event("a", 2), { durable: true });
  appendFileSync(`${path}.intents`, '{"process":{"id":"a"');
  expect(await store.load()).toEqual([running]);
});

test("a launch whose earlier events are lost makes no gap in the history", async () => {
  const path = join(temporaryDirectory(), "state.db");
  const store = await open(path);
  await store.save(launching("a", 1), event("a", 1), { durable: true });
  note(createIntentJournal(`${path}.intents`), "a", [4]);
  expect(await store.load()).toEqual([{ ...launching("a", 4), eventSequence: 1 }]);
  await store.close();
  expect(sequencesIn(path)).toEqual([1]);
});

test("what was noted of a process that was removed counts no more", async () => {
  const path = join(temporaryDirectory(), "state.db");
  const store = await open(path);
  await store.save(launching("a", 1), event("a", 1), { durable: true });
  store.noteIntent(launching("a", 1));
  await store.remove("a");
  expect(await store.load()).toEqual([]);
});

test("a file that can't be written is told, and works again as soon as it can", () => {
  const directory = join(temporaryDirectory(), "later");
  const journal = createIntentJournal(join(directory, "intents"));
  onTestFinished(() => journal.close());
  expect(note(journal, "a", [1])).toBe(false);
  mkdirSync(directory);
  expect(note(journal, "a", [1])).toBe(true);
  expect(journal.read()).toHaveLength(1);
});

test("a file that has grown is begun anew when all is saved", () => {
  const path = join(temporaryDirectory(), "intents");
  const journal = createIntentJournal(path);
  onTestFinished(() => journal.close());
  note(journal, "a", [1]);
  journal.settled();
  expect(statSync(path).size).toBeGreaterThan(0);
  note(journal, "x".repeat(1024 * 1024), [1]);
  journal.settled();
  expect(readFileSync(path, "utf8")).toBe("");
});
