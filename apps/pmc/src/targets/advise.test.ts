import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { parseCommandLine } from "@dpm/commands";
import { dpmError, toReport } from "@dpm/errors";
import { parseAddress } from "@dpm/socket";
import { temporaryDirectory } from "@dpm/test-kit";
import { describe, expect, it } from "vitest";

import { advise } from "./advise.ts";

/** The hint when nothing listens at an address, while one pmd of this user runs elsewhere. */
function hintAt(address: string, running: object): string | undefined {
  const state = temporaryDirectory();
  const directory = join(state, "dpm/run/running");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "1.json"), JSON.stringify(running));
  const output = { isTerminal: false, columns: undefined, write: async () => {} };
  const { hint } = advise(
    toReport(dpmError("ERR_DPM_WIRE_CONNECT_REFUSED", { address })),
    {
      target: { address: parseAddress(address), text: address, token: null, tls: {} },
      spec: parseCommandLine(["ping"]).spec,
    },
    {
      argv: [],
      environment: { XDG_STATE_HOME: state },
      home: state,
      uid: 1000,
      version: "1.0.0",
      stdout: output,
      stderr: output,
      now: Date.now,
      onInterrupt: () => () => {},
    },
  );
  return hint;
}

const running = { pid: process.pid, listen: ["127.0.0.1:43117"], socket: "/r/pmd.sock" };

describe("the hint where nothing listens", () => {
  it("names the pmd that runs elsewhere on this machine", () => {
    expect(hintAt("127.0.0.1:8988", running)).toContain("runs at 127.0.0.1:43117: name it");
    expect(hintAt("unix:/s/pmd.sock", running)).toContain("runs at 127.0.0.1:43117: name it");
  });

  it.each<[string, string, object]>([
    ["another host was asked", "192.0.2.1:8988", running],
    ["it is the one that was asked", "unix:/r/pmd.sock", running],
    ["its process is gone", "127.0.0.1:8988", { ...running, pid: 2 ** 30 }],
    ["its entry has no pid", "127.0.0.1:8988", { listen: running.listen }],
    ["its entry has an impossible pid", "127.0.0.1:8988", { ...running, pid: -1 }],
    ["it has no address", "127.0.0.1:8988", { pid: process.pid, listen: [] }],
  ])("names none when %s", (_, address, entry) => {
    expect(hintAt(address, entry)).not.toContain("runs at");
  });
});
