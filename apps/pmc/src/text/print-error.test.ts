import { dpmError, toReport } from "@dpm/errors";
import { describe, expect, it } from "vitest";

import type { World } from "../world.ts";
import { printError } from "./print-error.ts";

async function printed(error: Parameters<typeof printError>[0], cause?: unknown): Promise<string> {
  let text = "";
  const stderr = {
    isTerminal: false,
    columns: undefined,
    write: async (data: string | Uint8Array) => void (text += String(data)),
  };
  const world: World = {
    argv: ["--token-file", "/secret/place", "start", "id0"],
    environment: {},
    home: "/",
    uid: 0,
    version: "1.2.3",
    stdout: stderr,
    stderr,
    now: () => 0,
    onInterrupt: () => () => {},
  };
  await printError(error, world, { cause });
  return text;
}

const internal = toReport(dpmError("ERR_DPM_INTERNAL", { incident: "abc" }));

describe("an error for people", () => {
  it("keeps its hint also when it has a cause", async () => {
    const report = toReport(
      dpmError("ERR_DPM_COMMAND_MISSING_VALUE", { option: "-n", page: "logs" }),
    );
    expect(await printed(report, new Error("commander"))).toBe(
      'pmc: -n needs a value\n     See "pmc help logs".\n',
    );
  });

  it("from inside pmc asks for a report that holds no path and no stack", async () => {
    const text = await printed(internal, new TypeError("x is not\u001b a function"));
    expect(text).toContain("cause    TypeError: x is not\\x1b a function\n");
    expect(text).toContain("command  start\n");
    expect(text).not.toMatch(/daemon's log|secret|\n\s+at /u);
  });

  it("from inside pmd points to its log", async () => {
    expect(await printed(internal)).toContain("The daemon's log has the cause under abc");
  });
});
