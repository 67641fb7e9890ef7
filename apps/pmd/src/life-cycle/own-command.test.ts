import { expect, test } from "vitest";
import { planPaths } from "../paths.ts";
import { ownProgram, wordsOfRun } from "./own-command.ts";

test("the program is Node with its flags and those of pmd, and the script without its words", () => {
  const argv = ["node", "/x/pmd.js", "--detached"];
  expect(ownProgram({ execPath: "/node", execArgv: ["--no-warnings"], argv })).toEqual([
    "/node",
    "--no-warnings",
    "--max-semi-space-size=1",
    "--v8-pool-size=1",
    "--no-memory-reducer",
    "/x/pmd.js",
  ]);
});

test("the words of a run have absolute paths, and nothing that was meant for one process alone", () => {
  const flags = {
    config: "c.xml",
    stateDir: "/s",
    listen: ["127.0.0.1:1", "unix:/u"],
    logLevel: "debug",
    engine: "node",
    detached: true,
    revived: 3,
  } as const;
  const paths = planPaths({ uid: 1, home: "/home/u", environment: {}, flags });
  expect(wordsOfRun(flags, paths).join(" ")).toBe(
    `--detached --config ${process.cwd()}/c.xml --state-dir /s --runtime-dir /s/run --log-dir /s/log --listen 127.0.0.1:1 --listen unix:/u --engine node --log-level debug`,
  );
});
