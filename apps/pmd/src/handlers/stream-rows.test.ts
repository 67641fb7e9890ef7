import type { ResultInit } from "@dpm/pdu";
import type { OperationRow, ProcessStatus } from "@dpm/process-core";
import { expect, test } from "vitest";
import { streamRows } from "./stream-rows.ts";

function row(id: string, done = true, reason = ""): OperationRow {
  const status: ProcessStatus = {
    id,
    baseId: id,
    group: null,
    enabled: true,
    state: "running",
    desired: "up",
    ready: true,
    health: "none",
    pid: 1,
    startedAtMs: 1,
    uptimeMs: 1,
    restarts: 0,
    lastExit: null,
    reason,
    nextAttemptAtMs: null,
    eventSequence: 1,
    instance: 0,
    limitUsed: 0,
    limit: 0,
  };
  return { status, done, ok: true };
}

function rowsOf(result: ResultInit): readonly string[] {
  const rows = "processes" in result ? (result.processes?.rows ?? []) : [];
  return rows.map(({ status, done }) => `${status?.id}${done === true ? "" : "…"}`);
}

async function collect(stream: AsyncIterable<ResultInit>): Promise<(readonly string[])[]> {
  const frames = [];
  for await (const result of stream) frames.push(rowsOf(result));
  return frames;
}

test("rows that are ready together share a frame, up to 256", async () => {
  const frames = await collect(
    streamRows(async (onResult) => {
      for (let index = 0; index < 600; index += 1) onResult(row(`p${index}`));
    }),
  );
  expect(frames.map(({ length }) => length)).toEqual([256, 256, 88]);
});

test("long rows fill a frame sooner", async () => {
  const frames = await collect(
    streamRows(async (onResult) => {
      for (let index = 0; index < 10; index += 1)
        onResult(row(`p${index}`, true, "x".repeat(100_000)));
    }),
  );
  expect(frames.map(({ length }) => length)).toEqual([3, 3, 3, 1]);
});

test("a row goes out while the operation works, and a slow reader gets the last one of each process", async () => {
  const gate = Promise.withResolvers<void>();
  let report: (row: OperationRow) => void = () => {};
  const stream = streamRows((onResult) => {
    report = onResult;
    onResult(row("a", false));
    return gate.promise;
  });
  expect(rowsOf((await stream.next()).value as ResultInit)).toEqual(["a…"]);
  report(row("a", false));
  report(row("b", false));
  report(row("a", true));
  expect(rowsOf((await stream.next()).value as ResultInit)).toEqual(["b…", "a"]);
  report(row("b", true));
  gate.resolve();
  expect(rowsOf((await stream.next()).value as ResultInit)).toEqual(["b"]);
  expect((await stream.next()).done).toBe(true);
});

test("an operation that fails gives its rows first and then its error", async () => {
  const stream = streamRows(async (onResult) => {
    onResult(row("a"));
    throw new Error("no more");
  });
  expect(rowsOf((await stream.next()).value as ResultInit)).toEqual(["a"]);
  await expect(stream.next()).rejects.toThrow("no more");
});
