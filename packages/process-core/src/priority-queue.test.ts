import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPriorityQueue } from "./priority-queue.ts";

describe("a priority queue", () => {
  it("gives the least first, and equals in the order in which they came", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (priorities) => {
        const queue = createPriorityQueue<{ readonly priority: number; readonly turn: number }>();
        const items = priorities.map((priority, turn) => ({ priority, turn }));
        for (const item of items) queue.push(item, item.priority);
        const popped = items.map(() => queue.pop());
        expect(popped).toEqual(
          items.toSorted((left, right) => left.priority - right.priority || left.turn - right.turn),
        );
        expect(queue.pop()).toBeNull();
      }),
    );
  });

  it("can be filled again while it is being emptied", () => {
    const queue = createPriorityQueue<string>();
    queue.push("b", 2);
    queue.push("a", 1);
    expect(queue.pop()).toBe("a");
    queue.push("first", Number.NEGATIVE_INFINITY);
    expect([queue.pop(), queue.pop(), queue.pop()]).toEqual(["first", "b", null]);
  });
});
