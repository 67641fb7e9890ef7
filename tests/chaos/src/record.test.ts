import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { writeRecord } from "./record.ts";
import type { ChaosOutcome } from "./run-chaos.ts";

const outcome: ChaosOutcome = {
  rounds: 3,
  faults: new Map([["kill pmd", { rounds: 3, struck: 3 }]]),
  violations: [],
};
const facts = { seed: 7, first: 0, engine: "node", minutes: 1 };

test("a record takes the place of the one before, and the rest of the page stays", () => {
  const path = join(temporaryDirectory(), "page.md");
  writeFileSync(
    path,
    "# Page\n\n<!-- chaos record: begin -->\nold\n<!-- chaos record: end -->\n\nrest\n",
  );
  writeRecord(path, outcome, facts);
  const page = readFileSync(path, "utf8");
  expect(page).toContain("Seed 7, rounds 0 to 2");
  expect(page).toContain("**3 rounds, 0 violations**");
  expect(page).not.toContain("old");
  expect([page.startsWith("# Page\n"), page.endsWith("\n\nrest\n")]).toEqual([true, true]);
});

test("a page without a place for it is left alone", () => {
  const path = join(temporaryDirectory(), "page.md");
  writeFileSync(path, "# Page\n");
  expect(() => writeRecord(path, outcome, facts)).toThrow("no place for a record");
  expect(readFileSync(path, "utf8")).toBe("# Page\n");
});
