import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  fixtureProgram,
  isAlive,
  startProgram,
  temporaryDirectory,
  waitUntil,
} from "@dpm/test-kit";
import { expect, test } from "vitest";

const used: { folder: string; pid: number } = { folder: "", pid: 0 };

test("the example of the README does what it says", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const surface = { fixtureProgram, isAlive, startProgram, temporaryDirectory, waitUntil };
  const body = `return (async () => { ${example.replace(/^import .*$/gm, "")}; return { folder, pid: program.pid }; })();`;
  // oxlint-disable-next-line typescript/no-implied-eval -- the example is this repository's own README
  const run = new Function(...Object.keys(surface), body);
  Object.assign(used, await run(...Object.values(surface)));
  expect(isAlive(used.pid)).toBe(true);
  expect(existsSync(used.folder)).toBe(true);
});

test("what the example used is gone", () => {
  expect(used.pid).toBeGreaterThan(0);
  expect(isAlive(used.pid)).toBe(false);
  expect(existsSync(used.folder)).toBe(false);
});
