import { expect, test } from "vitest";
import { createBatchQueue } from "./batch-queue.ts";

test("what comes while a batch is done makes up the next, and batches never overlap", async () => {
  const batches: string[] = [];
  let running = 0;
  const queue = createBatchQueue<number>(async (items) => {
    expect(++running).toBe(1);
    await new Promise(setImmediate);
    batches.push(items.join());
    running--;
  });
  const first = [queue.add(1), queue.add(2)];
  await new Promise(setImmediate);
  const second = queue.add(3);
  expect(queue.isIdle()).toBe(false);
  await Promise.all(first);
  await second;
  await queue.idle();
  expect(queue.isIdle()).toBe(true);
  expect(batches).toEqual(["1,2", "3"]);
});

test("a batch that fails is told to those in it, and the next is done", async () => {
  const queue = createBatchQueue<string>(async ([item]) => {
    await new Promise(setImmediate);
    if (item === "bad") throw new Error(item);
  });
  const bad = queue.add("bad");
  const caught = bad.catch((error: unknown) => error);
  await new Promise(setImmediate);
  const good = queue.add("good");
  expect(await caught).toMatchObject({ message: "bad" });
  await good;
  await queue.idle();
  expect(queue.isIdle()).toBe(true);
});
