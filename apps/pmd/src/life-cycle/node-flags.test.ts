import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nodeFlags, withNodeFlags } from "./node-flags.ts";

test("a flag that was given stays, and the missing ones are added", () => {
  expect(withNodeFlags(["--no-warnings", "--max-semi-space-size=8"])).toEqual([
    "--no-warnings",
    "--max-semi-space-size=8",
    "--v8-pool-size=1",
    "--no-memory-reducer",
  ]);
});

test("the launcher of the repository gives the same flags", () => {
  const launcher = readFileSync(new URL("../../../../bin/pmd", import.meta.url), "utf8");
  expect(launcher).toContain(` ${nodeFlags.join(" ")} `);
});
