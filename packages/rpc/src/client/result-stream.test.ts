import { dpmError } from "@dpm/errors";
import type { Result } from "@dpm/pdu";
import { expect, test } from "vitest";

import { createFailedStream, createResultStream, type ResultSink } from "./result-stream.ts";

const result: Result = { payload: "processes", processes: { rows: [] } };
const failure = dpmError("ERR_DPM_CANCELLED", { what: "it" });

function setUp(credit: number): { sink: ResultSink; granted: number[]; cancelled: string[] } {
  const granted: number[] = [];
  const cancelled: string[] = [];
  const sink = createResultStream({
    credit,
    onGrant: (results) => granted.push(results),
    onCancel: () => cancelled.push("cancelled"),
  });
  return { sink, granted, cancelled };
}

test("What arrived before the error comes before the error, which comes once", async () => {
  const { sink } = setUp(8);
  sink.push(result);
  sink.end(failure);
  sink.end();
  const iterator = sink.stream[Symbol.asyncIterator]();
  expect(await iterator.next()).toEqual({ done: false, value: result });
  await expect(iterator.next()).rejects.toBe(failure);
  expect(await iterator.next()).toEqual({ done: true, value: undefined });
});

test("A reader that waits gets what comes, also when several wait", async () => {
  const { sink } = setUp(8);
  const iterator = sink.stream[Symbol.asyncIterator]();
  const turns = [iterator.next(), iterator.next(), iterator.next()];
  sink.push(result);
  sink.end();
  expect((await Promise.all(turns)).map((turn) => turn.done)).toEqual([false, true, true]);
});

test("Credit is given back as results are read, not as they arrive, half of it at a time", async () => {
  const { sink, granted } = setUp(4);
  for (let count = 0; count < 4; count += 1) expect(sink.push(result)).toBe(true);
  expect(granted).toEqual([]);
  const iterator = sink.stream[Symbol.asyncIterator]();
  await iterator.next();
  expect(granted).toEqual([]);
  await iterator.next();
  expect(granted).toEqual([2]);
  await iterator.next();
  await iterator.next();
  expect(granted).toEqual([2, 2]);
});

test("More results than were allowed are noticed", () => {
  const { sink } = setUp(2);
  expect([sink.push(result), sink.push(result), sink.push(result)]).toEqual([true, true, false]);
});

test("Leaving the loop cancels once, and a stream that has ended is not cancelled", async () => {
  const left = setUp(4);
  left.sink.push(result);
  for await (const each of left.sink.stream) {
    expect(each).toBe(result);
    break;
  }
  left.sink.stream.cancel();
  expect(left.cancelled).toEqual(["cancelled"]);
  expect(left.sink.push(result)).toBe(true);

  const ended = setUp(4);
  ended.sink.end();
  ended.sink.stream.cancel();
  expect(ended.cancelled).toEqual([]);
});

test("A cancel ends the iteration of whoever waits, without an error", async () => {
  const { sink } = setUp(4);
  const turn = sink.stream[Symbol.asyncIterator]().next();
  sink.stream.cancel();
  expect((await turn).done).toBe(true);
});

test("A stream that has failed before it began throws when it is read", async () => {
  await expect(createFailedStream(failure)[Symbol.asyncIterator]().next()).rejects.toBe(failure);
});
