import { expect, test } from "vitest";
import { createDice } from "./dice.ts";

const throws = (...words: [number, ...(string | number)[]]): number[] => {
  const dice = createDice(...words);
  return Array.from({ length: 20 }, () => dice.below(1000));
};

test("a seed repeats itself, and another seed or round is another run", () => {
  expect(throws(7, "round", 3)).toEqual(throws(7, "round", 3));
  expect(throws(7, "round", 3)).not.toEqual(throws(8, "round", 3));
  expect(throws(7, "round", 3)).not.toEqual(throws(7, "round", 4));
});

test("throws stay within their limits and reach them", () => {
  const dice = createDice(1);
  const seen = new Set(Array.from({ length: 500 }, () => dice.between(2, 4)));
  expect([...seen].toSorted((one, other) => one - other)).toEqual([2, 3, 4]);
});
