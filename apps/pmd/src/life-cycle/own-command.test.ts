import { expect, test } from "vitest";
import { ownCommand } from "./own-command.ts";

test("the command of the next pmd is that of this one without what was meant for this run alone", () => {
  const argv = [
    "node",
    "/x/pmd.js",
    "--detached",
    "--revived",
    "3",
    "--config",
    "/c",
    "--upgraded",
    "/f",
  ];
  expect(ownCommand({ execPath: "/node", execArgv: ["--no-warnings"], argv })).toEqual([
    "/node",
    "--no-warnings",
    "--max-semi-space-size=1",
    "--v8-pool-size=1",
    "/x/pmd.js",
    "--detached",
    "--config",
    "/c",
  ]);
});
