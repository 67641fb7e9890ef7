import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test.each([
  ["vistor", "visitor"],
  ["wbe", "web"],
  ["aa", "a"],
  ["WEB", "web"],
  ["stopTimuot", "stopTimeout"],
  ["databsae-primry", "database-primary"],
])("%s most likely meant %s", (word, known) => {
  expect(nearest(word, ["unlike", known, "another"])).toBe(known);
});

test.each([
  ["jb", "web"],
  ["a", "b"],
  ["api", "web"],
  ["id0", "web"],
  ["job", "web"],
  ["cache", "catch"],
  ["nobody", "database"],
])("%s is too short, or too far, to have meant %s", (word, known) => {
  expect(nearest(word, [known])).toBeNull();
});

test("of several near words the nearest is meant", () => {
  expect(nearest("worker-11", ["worker-2", "worker-1", "workers"])).toBe("worker-1");
});
