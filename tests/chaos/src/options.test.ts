import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readOptions, usage } from "./options.ts";

test("options are read, with defaults", () => {
  expect(readOptions(["--seed", "7", "--rounds=3", "--engine", "node"])).toEqual({
    kind: "options",
    options: {
      rounds: 3,
      seed: 7,
      first: 0,
      engine: "node",
      program: null,
      record: null,
      verbose: false,
    },
  });
});

test.each([
  [["--rond", "3"], "Unknown option '--rond'"],
  [["more"], "Unexpected argument 'more'"],
  [["--seed"], "argument missing"],
  [["--rounds", "many"], "--rounds: 'many' is no whole number"],
  [["--rounds", "0"], "at least one"],
  [["--engine", "vax"], "no engine 'vax'"],
  [["--program", "/no/such"], "no file '/no/such'"],
])("what can't be meant is said: %s", (words, why) => {
  expect(readOptions(words)).toEqual({ kind: "wrong", why: expect.stringContaining(why) });
});

test("the program says how it is called, and ends with 2 when it is called in a wrong way", () => {
  const main = join(import.meta.dirname, "main.ts");
  const run = ["--no-warnings", main];
  expect(execFileSync(process.execPath, [...run, "--help"], { encoding: "utf8" })).toBe(usage);
  const { status, stderr } = spawnSync(process.execPath, [...run, "--rond"], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `chaos: Unknown option '--rond'\n\n${usage}`,
  });
});
