import { type DpmError, isDpmError } from "@dpm/errors";
import { describe, expect, it } from "vitest";

import type { Command } from "../model/command.ts";
import { parseCommandLine } from "./parse-command-line.ts";

const parse = (line: string): Command => parseCommandLine(words(line)).command;

/** Splits like a shell would, for the quoting that these tests use. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

function failure(line: string): DpmError {
  try {
    parseCommandLine(words(line));
  } catch (error) {
    if (isDpmError(error)) return error;
    throw error;
  }
  throw new Error(`"${line}" was accepted`);
}

const all = { ids: [], groups: [], pids: [] };
const only = (...ids: string[]): object => ({ ...all, ids });
const display = { kind: "config-display", origin: false, overrides: false };

describe("the usage strings that must work exactly as written", () => {
  it.each<[string, object]>([
    ["start -id0", { kind: "start", selection: only("id0") }],
    ["ping", { kind: "ping", selection: all }],
    ["start", { kind: "start", selection: all }],
    ["start id-0", { kind: "start", selection: only("id-0") }],
    ["stop", { kind: "stop", selection: all }],
    ["stop id-0", { kind: "stop", selection: only("id-0") }],
    ["restart", { kind: "restart", selection: all }],
    ["restart id-0", { kind: "restart", selection: only("id-0") }],
    ["ping id-0", { kind: "ping", selection: only("id-0") }],
    ["config -display", { ...display, selection: all }],
    ["config -display -id0", { ...display, selection: only("id0") }],
    ["config -reload", { kind: "config-reload", dryRun: false }],
    ["setting -display", { kind: "setting-display", name: null, origin: false }],
    ["setting display id0", { kind: "setting-display", name: "id0", origin: false }],
    ["setting -reload", { kind: "setting-reload" }],
    ["help", { kind: "help", topic: [] }],
    ["help -start", { kind: "help", topic: ["start"] }],
    ["help -stop", { kind: "help", topic: ["stop"] }],
    ["help -ping", { kind: "help", topic: ["ping"] }],
    ["help -help", { kind: "help", topic: ["help"] }],
  ])("pmc %s", (line, expected) => {
    expect(parse(line)).toEqual(expected);
  });
});

describe("words, ids and their dashes", () => {
  it.each<[string, object]>([
    ["-start", { kind: "start", selection: all }],
    ["--start", { kind: "start", selection: all }],
    ["-config -display", { ...display, selection: all }],
    ["status", { kind: "ping", selection: all }],
    ["settings show -logLevel", { kind: "setting-display", name: "logLevel", origin: false }],
    ["help -restart", { kind: "help", topic: ["restart"] }],
    ["help -config", { kind: "help", topic: ["config"] }],
    ["help -config -display", { kind: "help", topic: ["config", "display"] }],
    ["help -setting", { kind: "help", topic: ["setting"] }],
    ["help --start", { kind: "help", topic: ["start"] }],
    ["help --config --display", { kind: "help", topic: ["config", "display"] }],
    ["-help", { kind: "help", topic: [] }],
    ["-h", { kind: "help", topic: [] }],
    ["start --help", { kind: "help", topic: ["start"] }],
    ["config -h", { kind: "help", topic: ["config"] }],
    ["config -display --bogus -h", { kind: "help", topic: ["config", "display"] }],
    ["-version", { kind: "version", clientOnly: false }],
    ["--version", { kind: "version", clientOnly: true }],
    ["start --version", { kind: "version", clientOnly: true }],
    ["start -id0 id-1 -2", { kind: "start", selection: only("id0", "id-1", "2") }],
    ["start 'web-*'", { kind: "start", selection: only("web-*") }],
    ["start -gateway", { kind: "start", selection: only("gateway") }],
    ["start -- id0", { kind: "start", selection: only("id0") }],
    ["stop -pid 12", { kind: "stop", selection: { ...all, pids: [12] } }],
    ["stop --pid=12 -pid=13", { kind: "stop", selection: { ...all, pids: [12, 13] } }],
    ["stop -g web -g db", { kind: "stop", selection: { ...all, groups: ["web", "db"] } }],
    ["stop id0 --group=web", { kind: "stop", selection: { ...only("id0"), groups: ["web"] } }],
    [
      "logs -id0 -f -n 5",
      { kind: "logs", id: "id0", follow: true, lines: 5, since: null, timestamps: false },
    ],
    [
      "logs -n5 id0",
      { kind: "logs", id: "id0", follow: false, lines: 5, since: null, timestamps: false },
    ],
    [
      "logs id0",
      { kind: "logs", id: "id0", follow: false, lines: null, since: null, timestamps: false },
    ],
    [
      "logs id0 --follow",
      { kind: "logs", id: "id0", follow: true, lines: 10, since: null, timestamps: false },
    ],
    ["kill -id0 -hup", { kind: "signal", selection: only("id0"), signal: "SIGHUP" }],
    ["signal id0 9", { kind: "signal", selection: only("id0"), signal: "SIGKILL" }],
    ["scale -worker 1", { kind: "scale", id: "worker", count: 1 }],
    ["config reload --dry-run", { kind: "config-reload", dryRun: true }],
    ["config delete -id0", { kind: "config-delete", id: "id0" }],
    ["config remove id0", { kind: "config-delete", id: "id0" }],
    ["config -validate", { kind: "config-validate" }],
    [
      "config -display -id0 --origin --overrides",
      { kind: "config-display", selection: only("id0"), origin: true, overrides: true },
    ],
    [
      "config set -id0 'command=a b=c' restart=",
      {
        kind: "config-set",
        id: "id0",
        assignments: [
          { key: "command", value: "a b=c" },
          { key: "restart", value: "" },
        ],
      },
    ],
    [
      "config add job 'command=sh -c \"a=b\"'",
      {
        kind: "config-add",
        id: "job",
        assignments: [{ key: "command", value: 'sh -c "a=b"' }],
      },
    ],
    [
      "setting set logLevel=debug",
      { kind: "setting-set", assignments: [{ key: "logLevel", value: "debug" }] },
    ],
    ["shutdown --leave", { kind: "shutdown", leave: true }],
    ["completion -fish", { kind: "completion", shell: "fish" }],
  ])("pmc %s", (line, expected) => {
    expect(parse(line)).toEqual(expected);
  });
});

describe("options of every command", () => {
  it("may stand before and after the command", () => {
    const before = parseCommandLine(words("--json --server a:1,b:2 --timeout 2s ping id0"));
    const after = parseCommandLine(words("ping id0 --server a:1 --timeout=2s --server b:2 --json"));
    expect(before.options).toEqual(after.options);
    expect(before.command).toEqual(after.command);
    expect(before.options).toEqual({
      servers: ["a:1", "b:2"],
      json: true,
      timeoutMs: 2000,
      tokenFile: null,
      color: true,
      ca: null,
      certificate: null,
      key: null,
    });
  });

  it("have values with dashes and equals signs taken as they are", () => {
    const { options } = parseCommandLine(["--token-file", "-odd=name", "ping", "--no-color"]);
    expect(options).toMatchObject({ tokenFile: "-odd=name", color: false });
  });

  it("keep json and colour when help is asked for", () => {
    expect(parseCommandLine(words("start -h --json --no-color")).options).toMatchObject({
      json: true,
      color: false,
    });
  });

  it("accept infinity as a timeout", () => {
    expect(parseCommandLine(words("ping --timeout infinity")).options.timeoutMs).toBe(Infinity);
  });
});

describe("errors name what is wrong and the next step", () => {
  it.each<[string, string, string]>([
    ["", "ERR_DPM_COMMAND_MISSING", 'after "pmc"'],
    ["config", "ERR_DPM_COMMAND_MISSING", 'after "pmc config": display, reload'],
    ["strat", "ERR_DPM_COMMAND_UNKNOWN_WORD", '"strat" is no command'],
    ["config dsplay", "ERR_DPM_COMMAND_UNKNOWN_WORD", '"dsplay" is no command of config'],
    ["--jsn ping", "ERR_DPM_COMMAND_UNKNOWN_OPTION", "--jsn"],
    ["ping --jsn", "ERR_DPM_COMMAND_UNKNOWN_OPTION", "--jsn"],
    ["ping --pid=3", "ERR_DPM_COMMAND_UNKNOWN_OPTION", "--pid"],
    ["ping --server a:1 --json=yes", "ERR_DPM_COMMAND_INVALID_VALUE", "it is a switch"],
    ["ping --server", "ERR_DPM_COMMAND_MISSING_VALUE", "--server needs a value"],
    ["ping --server a:1,,b:1", "ERR_DPM_COMMAND_INVALID_VALUE", "a comma between two"],
    ["ping --timeout 5q", "ERR_DPM_COMMAND_INVALID_VALUE", "--timeout can't be"],
    ["ping --timeout abc", "ERR_DPM_COMMAND_INVALID_VALUE", "10 (seconds)"],
    ["ping --timeout 0", "ERR_DPM_COMMAND_INVALID_VALUE", "above 0"],
    ["ping --certificate x", "ERR_DPM_COMMAND_INVALID_VALUE", "--key with it"],
    ["ping --key x", "ERR_DPM_COMMAND_INVALID_VALUE", "--certificate with it"],
    ["logs", "ERR_DPM_COMMAND_MISSING_ARGUMENT", "ID is missing: pmc logs ID"],
    ["logs a b", "ERR_DPM_COMMAND_EXCESS_ARGUMENT", '"b" is one word too many'],
    ["logs a -n x", "ERR_DPM_COMMAND_INVALID_VALUE", "a whole number"],
    ["logs 'a*'", "ERR_DPM_COMMAND_INVALID_VALUE", "the id of one process"],
    ["start 'a b'", "ERR_DPM_COMMAND_INVALID_VALUE", "an id or a glob"],
    ["start a/b", "ERR_DPM_COMMAND_INVALID_VALUE", "an id or a glob"],
    ["start -", "ERR_DPM_COMMAND_INVALID_VALUE", "an id or a glob"],
    ["start ''", "ERR_DPM_COMMAND_INVALID_VALUE", "an id or a glob"],
    ["start -g ''", "ERR_DPM_COMMAND_INVALID_VALUE", "the name of a group"],
    ["stop -pid 0", "ERR_DPM_COMMAND_INVALID_VALUE", "a whole number from 1"],
    ["stop -pid 1e3", "ERR_DPM_COMMAND_INVALID_VALUE", "a whole number from 1"],
    ["signal id0 SIGHPU", "ERR_DPM_COMMAND_INVALID_VALUE", "did you mean SIGHUP?"],
    ["signal id0 99", "ERR_DPM_COMMAND_INVALID_VALUE", "a name such as SIGHUP"],
    ["scale worker -1", "ERR_DPM_COMMAND_INVALID_VALUE", "from 1 to 10000"],
    ["scale worker 1.5", "ERR_DPM_COMMAND_INVALID_VALUE", "from 1 to 10000"],
    ["scale worker 0", "ERR_DPM_COMMAND_INVALID_VALUE", "to end all: pmc stop worker"],
    ["config set id0", "ERR_DPM_COMMAND_MISSING_ARGUMENT", "KEY=VALUE is missing"],
    ["config set id0 restart", "ERR_DPM_COMMAND_INVALID_VALUE", "expected key=value"],
    ["config set id0 a=1 a=2", "ERR_DPM_COMMAND_INVALID_VALUE", "a only once"],
    ["setting set =x", "ERR_DPM_COMMAND_INVALID_VALUE", "expected key=value"],
    ["setting display '*'", "ERR_DPM_COMMAND_INVALID_VALUE", "the name of a setting"],
    ["config reload id0", "ERR_DPM_COMMAND_EXCESS_ARGUMENT", "pmc config reload"],
    ["completion ksh", "ERR_DPM_COMMAND_UNKNOWN_WORD", "bash, zsh, fish"],
  ])("pmc %s", (line, code, part) => {
    const error = failure(line);
    expect(error.code).toBe(code);
    expect(error.category).toBe("invalid-argument");
    expect(error.message).toContain(part);
    expect(error.hint).toContain("pmc help");
  });

  it.each(["help --bogus", "help --strat now"])("pmc %s points to the overview", (line) => {
    expect(failure(line).hint).toContain('See "pmc help".');
  });

  it.each([
    ["strat", 'Did you mean "start"?'],
    ["statsu", 'Did you mean "status"?'],
    ["conf", 'Did you mean "config"?'],
    ["config -dislpay", 'Did you mean "display"?'],
    ["setting relaod", 'Did you mean "reload"?'],
    ["logs id0 --folow", "Did you mean --follow?"],
    ["--tiemout 5s ping", "Did you mean --timeout?"],
    ["completion bsh", 'Did you mean "bash"?'],
  ])("pmc %s gets the nearest word", (line, hint) => {
    expect(failure(line).hint).toContain(hint);
  });
});
