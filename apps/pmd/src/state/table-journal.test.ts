import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredProcess } from "@dpm/process-core";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { createTableJournal } from "./table-journal.ts";

const stored = (id: string, restarts = 0): StoredProcess => ({
  id,
  desired: "up",
  state: "running",
  stoppedByRequest: false,
  bootId: "b",
  instance: { pid: 7, startIdentity: "1", startedAt: 0 },
  launch: null,
  ending: null,
  retry: null,
  reason: null,
  runs: null,
  restarts,
  lastExit: null,
  eventSequence: 1,
});
const save = (process: StoredProcess) =>
  ({ kind: "save", process, events: [], durable: false }) as const;

test("the newest word on each process counts, and what can't be read is left out", () => {
  const path = join(temporaryDirectory(), "table");
  const journal = createTableJournal(path);
  expect(journal.read()).toEqual([]);
  journal.append([save(stored("a")), save(stored("b")), save(stored("a", 2))], () => []);
  journal.append([{ kind: "remove", id: "b" }], () => []);
  appendFileSync(path, '{"id":"c"}\nnull\n{"id":"d","desi');
  expect(createTableJournal(path).read()).toEqual([stored("a", 2)]);
});

test("a file that has grown long is begun anew with the whole table", () => {
  const path = join(temporaryDirectory(), "table");
  const journal = createTableJournal(path);
  const many = Array.from({ length: 2_000 }, (_, index) => save(stored("a", index)));
  for (let round = 0; round < 10; round += 1) journal.append(many, () => [stored("a", 1_999)]);
  expect(readFileSync(path).length).toBeLessThan(2_000_000);
  expect(journal.read()).toEqual([stored("a", 1_999)]);
});

test("a place that can't be written disturbs nothing", () => {
  const journal = createTableJournal("/no/such/place");
  journal.rewrite([stored("a")]);
  journal.append([save(stored("a"))], () => []);
  expect(journal.read()).toEqual([]);
});
