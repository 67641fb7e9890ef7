import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { type GlobalOptions, parseCommandLine } from "@dpm/commands";
import { hasCode } from "@dpm/errors";
import { temporaryDirectory } from "@dpm/test-kit";
import { beforeEach, describe, expect, it } from "vitest";

import { findTargets } from "./find-targets.ts";

const own = "O".repeat(43);
const other = "P".repeat(43);

let home = "";
let runtime = "";

beforeEach(() => {
  home = temporaryDirectory();
  runtime = temporaryDirectory();
  mkdirSync(join(home, ".local/state/dpm"), { recursive: true });
  writeFileSync(join(home, ".local/state/dpm/token"), `${own}\n`);
});

const options = (...words: string[]): GlobalOptions => parseCommandLine(["ping", ...words]).options;

function find(words: readonly string[] = [], environment: Record<string, string> = {}) {
  const output = { isTerminal: false, columns: undefined, write: async () => {} };
  return findTargets(options(...words), {
    argv: [],
    environment,
    home,
    uid: 1000,
    version: "1.0.0",
    stdout: output,
    stderr: output,
    now: Date.now,
    onInterrupt: () => () => {},
  }).map(({ text, token }) => [text, token === null ? null : new TextDecoder().decode(token)]);
}

function publish(content: unknown): Record<string, string> {
  writeFileSync(
    join(runtime, "pmd.json"),
    typeof content === "string" ? content : JSON.stringify(content),
  );
  return { PMC_RUNTIME_DIR: runtime };
}

function tokenFile(text: string): string {
  const path = join(runtime, "tokens");
  writeFileSync(path, text);
  return path;
}

/** Lists a pmd among the running ones of this user, with a state directory and a token of its own. */
function listRunning(listen: string, token: string): void {
  const directory = join(home, ".local/state/dpm/run/running");
  const stateDirectory = temporaryDirectory();
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(stateDirectory, "token"), token);
  writeFileSync(join(directory, "1.json"), JSON.stringify({ listen: [listen], stateDirectory }));
}

describe("which servers are asked", () => {
  it("by default the local one, with its token, and nothing needs to be said", () => {
    expect(find()).toEqual([["127.0.0.1:8988", own]]);
  });

  it("by --server, else by PMC_SERVER", () => {
    const environment = { PMC_SERVER: "127.0.0.1:1, 127.0.0.1:2" };
    expect(find([], environment).map(([text]) => text)).toEqual(["127.0.0.1:1", "127.0.0.1:2"]);
    expect(find(["--server", "127.0.0.1:3"], environment).map(([text]) => text)).toEqual([
      "127.0.0.1:3",
    ]);
  });

  it("by what the pmd of a runtime directory has published there", () => {
    mkdirSync(join(runtime, "state"));
    writeFileSync(join(runtime, "state/token"), other);
    const published = {
      pid: 1,
      listen: ["127.0.0.1:43117"],
      socket: "/r/pmd.sock",
      stateDirectory: join(runtime, "state"),
    };
    expect(find([], publish(published))).toEqual([["127.0.0.1:43117", other]]);
    // Named by its address it is the same server, with the same token.
    expect(find(["--server", "localhost:43117"], publish(published))).toEqual([
      ["localhost:43117", other],
    ]);
    expect(find(["--server", "127.0.0.1:43118"], publish(published))).toEqual([
      ["127.0.0.1:43118", own],
    ]);
  });

  it("on loopback when it listens everywhere", () => {
    expect(find([], publish({ listen: ["0.0.0.0:8988"] }))).toEqual([["127.0.0.1:8988", own]]);
    expect(find([], publish({ listen: ["[::]:8988"] }))).toEqual([["127.0.0.1:8988", own]]);
  });

  it("over its Unix socket when the token can't be read or only TLS is offered", () => {
    const state = join(runtime, "none");
    const published = { listen: ["127.0.0.1:1"], socket: "/r/pmd.sock", stateDirectory: state };
    expect(find([], publish(published))).toEqual([["unix:/r/pmd.sock", null]]);
    expect(find([], publish({ ...published, listen: ["tls://127.0.0.1:1"] }))).toEqual([
      ["unix:/r/pmd.sock", null],
    ]);
    expect(find([], publish({ ...published, socket: null }))).toEqual([["127.0.0.1:1", null]]);
  });

  it("in a named runtime directory or nowhere, also when no pmd runs there", () => {
    expect(find([], { PMC_RUNTIME_DIR: runtime })).toEqual([[`unix:${runtime}/pmd.sock`, null]]);
    expect(find([], publish("half a fi"))).toEqual([[`unix:${runtime}/pmd.sock`, null]]);
    expect(find([], publish({ listen: [7, "not an address"], socket: 5 }))).toEqual([
      [`unix:${runtime}/pmd.sock`, null],
    ]);
  });

  it("never with an address that is none", () => {
    expect(() => find(["--server", "localhost"])).toThrow("localhost");
  });
});

describe("which token proves who asks", () => {
  it("never the local one for another host", () => {
    for (const address of ["10.0.0.1:8988", "tls://example.com:8988", "localhost.example:8988"]) {
      expect(find(["--server", address])).toEqual([[address, null]]);
    }
    expect(find(["--server", "unix:/r/pmd.sock"])).toEqual([["unix:/r/pmd.sock", null]]);
  });

  it("a bare token of a named file, for every server", () => {
    const path = tokenFile(`\n${other}\n`);
    const servers = "127.0.0.1:8988,10.0.0.1:8988";
    const expected = [
      ["127.0.0.1:8988", other],
      ["10.0.0.1:8988", other],
    ];
    expect(find(["--token-file", path, "--server", servers])).toEqual(expected);
    expect(find(["--server", servers], { PMC_TOKEN_FILE: path })).toEqual(expected);
  });

  it("the line of its address, where the file has lines", () => {
    const path = tokenFile(`# ours\n10.0.0.1:8988 ${other}\r\ntls://[::0001]:1\t${own}x\n`);
    expect(
      find(["--token-file", path, "--server", "10.0.0.1:8988,10.0.0.2:8988,127.0.0.1:8988"]),
    ).toEqual([
      ["10.0.0.1:8988", other],
      ["10.0.0.2:8988", null],
      ["127.0.0.1:8988", own],
    ]);
  });

  it.each(["a b c", `x\ny`, `10.0.0.1:1 t\nbare`, `bare\n10.0.0.1:1 t`, "nowhere token"])(
    "none of a file like %j, which is an error with its line",
    (text) => {
      const error = caught(() => find(["--token-file", tokenFile(text)]));
      expect(hasCode(error, "ERR_DPM_COMMAND_TOKEN_FILE_INVALID")).toBe(true);
    },
  );

  it("none of a file that can't be read, which is a usage error", () => {
    const error = caught(() => find(["--token-file", "/nonexistent"]));
    expect(hasCode(error, "ERR_DPM_COMMAND_FILE_UNREADABLE")).toBe(true);
    expect(error).toMatchObject({ category: "invalid-argument", details: { errno: "ENOENT" } });
    expect(
      hasCode(
        caught(() => find(["--ca", runtime])),
        "ERR_DPM_COMMAND_FILE_UNREADABLE",
      ),
    ).toBe(true);
  });

  it("none where the local one can't be read", () => {
    chmodSync(join(home, ".local/state/dpm/token"), 0o600);
    writeFileSync(join(home, ".local/state/dpm/token"), "");
    expect(find()).toEqual([["127.0.0.1:8988", null]]);
  });
});

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("a pmd with directories of its own", () => {
  it("is let in to by its address alone, with its own token", () => {
    listRunning("127.0.0.1:9999", other);
    expect(find(["--server", "127.0.0.1:9999"])).toEqual([["127.0.0.1:9999", other]]);
    expect(find(["--server", "127.0.0.1:9998"])).toEqual([["127.0.0.1:9998", own]]);
  });

  it("is found at the default address, and its token goes nowhere else", () => {
    listRunning("127.0.0.1:8988", other);
    expect(find()).toEqual([["127.0.0.1:8988", other]]);
    expect(find(["--server", "192.0.2.1:8988"])).toEqual([["192.0.2.1:8988", null]]);
  });
});
