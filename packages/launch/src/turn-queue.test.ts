import { expect, test } from "vitest";
import { createTurnQueue } from "./turn-queue.ts";

function blockFor(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

test("work is done in order, a few pieces a turn, and what it throws is told to who asked", async () => {
  const queue = createTurnQueue(10);
  const done: number[] = [];
  let turns = 0;
  let counting = true;
  const count = (): void => {
    turns++;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const all = Array.from({ length: 20 }, (_, index) =>
    queue.run(() => {
      blockFor(4);
      done.push(index);
      return index;
    }),
  );
  const failed = queue.run(() => {
    throw new Error("no");
  });
  expect(await Promise.all(all)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  await expect(failed).rejects.toThrow("no");
  counting = false;
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(turns).toBeGreaterThanOrEqual(6);
  expect(await queue.run(() => "later")).toBe("later");
});
