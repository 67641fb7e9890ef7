import { formatVersion, interfaceVersion, type ResultInit } from "@dpm/pdu";
import type { CommandRequest } from "@dpm/rpc";
import { describe, expect, it } from "vitest";

import { fakeServer } from "./fake-server.ts";
import { pmc } from "./fake-world.ts";
import { row, status, stopped } from "./rows.ts";

async function serverOf(...results: ResultInit[]) {
  const asked: CommandRequest[] = [];
  const server = await fakeServer(async function* (request) {
    asked.push(request);
    yield* results;
  });
  return { ...server, asked };
}

const value = {
  key: "stopTimeout",
  value: "5s",
  origin: { layer: "process", file: "/etc/dpm/pmd.xml", line: 3, column: 9 },
  hides: [{ value: "10s", origin: { layer: "built-in" } }],
};

describe("config display", () => {
  it("shows keys and values, and with --origin where each comes from and what it hides", async () => {
    const { address, asked } = await serverOf(
      {
        config: {
          processes: [
            { id: "id0", group: "web", values: [value, { key: "command", value: "a b" }] },
          ],
        },
      },
      { config: { processes: [{ id: "id1", values: [value] }] } },
    );
    const plain = await pmc(["config", "-display", "-id0", "--server", address]);
    expect(plain.stdout).toBe(
      "id0 (group web)\n  stopTimeout  5s\n  command      a b\n\nid1\n  stopTimeout  5s\n",
    );
    expect(asked[0]).toMatchObject({
      configDisplay: { selector: { ids: ["id0"] }, overrides: false },
    });
    const origin = await pmc(["config", "display", "--origin", "--overrides", "--server", address]);
    expect(origin.stdout).toContain(
      "  stopTimeout  5s  (process /etc/dpm/pmd.xml:3)\n               hides 10s  (built-in)\n",
    );
    expect(asked[1]).toMatchObject({ configDisplay: { overrides: true } });
    const json = await pmc(["config", "display", "--json", "--server", address]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      servers: [
        {
          ok: true,
          processes: [],
          config: [
            {
              id: "id0",
              group: "web",
              values: [
                {
                  key: "stopTimeout",
                  value: "5s",
                  origin: { layer: "process", file: "/etc/dpm/pmd.xml", line: 3, column: 9 },
                  hides: [{ value: "10s", origin: { layer: "built-in", file: null, line: null } }],
                },
                { key: "command", value: "a b", origin: null, hides: [] },
              ],
            },
            { id: "id1", group: null },
          ],
        },
      ],
    });
  });

  it("leaves out what has no value and was not written, unless the origin is asked for", async () => {
    const values = [
      { key: "user", value: "", origin: { layer: "built-in" } },
      { key: "command", value: "a b", origin: { layer: "process", file: "/a.xml", line: 2 } },
      { key: "description", value: "", origin: { layer: "process", file: "/a.xml", line: 3 } },
      { key: "mailTo", value: "", origin: { layer: "built-in" }, hides: [{ value: "x" }] },
    ];
    const { address } = await serverOf({ config: { processes: [{ id: "id0", values }] } });
    const plain = await pmc(["config", "display", "--server", address]);
    expect(plain.stdout).toBe("id0\n  command      a b\n  description\n  mailTo\n");
    const origin = await pmc(["config", "display", "--origin", "--server", address]);
    expect(origin.stdout).toMatch(/^ {2}user {9}\(built-in\)\n {2}command {6}a b {2}\(process /mu);
    const json = await pmc(["config", "display", "--json", "--server", address]);
    expect(json.stdout).toContain('"user"');
  });

  it("shows no control character of a value", async () => {
    const { address } = await serverOf({
      config: { processes: [{ id: "a", values: [{ key: "k\u0007", value: "\u001b[2J" }] }] },
    });
    const ended = await pmc(["config", "display", "--server", address]);
    expect(ended.stdout).toBe("a\n  k\\x07  \\x1b[2J\n");
  });
});

describe("config reload", () => {
  const reload = {
    added: ["new"],
    changed: [{ id: "id0", keys: ["command"], restarted: true }],
    removed: ["old"],
    settingsChanged: ["logLevel"],
    settingsNeedRestart: ["listen"],
    generation: 2,
  };

  it("prints what was added, changed and removed", async () => {
    const { address } = await serverOf({ reload });
    expect(await pmc(["config", "-reload", "--server", address])).toEqual({
      status: 0,
      stderr: "",
      stdout: `added    new
changed  id0: command (restarted)
removed  old
setting  logLevel applied
setting  listen takes effect when pmd is restarted
`,
    });
    const json = await pmc(["config", "reload", "--json", "--server", address]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      servers: [{ reload: { ...reload, dryRun: false } }],
    });
  });

  it("says so when nothing changed, and when nothing was applied", async () => {
    const { address, asked } = await serverOf({ reload: { dryRun: true } });
    const ended = await pmc(["config", "reload", "--dry-run", "--server", address]);
    expect(ended.stdout).toBe("Nothing changed.\n");
    expect(asked[0]).toMatchObject({ configReload: { dryRun: true } });
    const dry = await serverOf({ reload: { added: ["new"], dryRun: true } });
    const would = await pmc(["config", "reload", "--dry-run", "--server", dry.address]);
    expect(would.stdout).toMatch(/^Nothing was applied.*\nadded +new\n$/u);
  });

  it("ends with 1 when a process could not be brought to its new definition, and shows which", async () => {
    const { address } = await serverOf(
      { reload },
      {
        processes: {
          rows: [row(status("new")), { status: stopped("id0"), done: true, ok: false }],
        },
      },
    );
    const ended = await pmc(["config", "reload", "--server", address]);
    expect(ended.status).toBe(1);
    expect(ended.stdout).toMatch(/^id0 +failed/mu);
    expect(ended.stdout).not.toMatch(/^new +ok/mu);
  });
});

describe("config validate", () => {
  it("ends with 0 and a count, or with 78 and each problem with its place", async () => {
    const good = await serverOf({ validation: { ok: true, processes: 3, files: 2 } });
    const right = await pmc(["config", "validate", "--server", good.address]);
    expect(right.status).toBe(0);
    expect(right.stdout).toContain("3 processes in 2 files");
    const problem = {
      file: "/a.xml",
      line: 2,
      column: 5,
      message: "unknown key comand",
      hint: "did you mean command?",
    };
    const bad = await serverOf({
      validation: { ok: false, problems: [problem], processes: 0, files: 1 },
    });
    const wrong = await pmc(["config", "validate", "--server", bad.address]);
    expect(wrong.status).toBe(78);
    expect(wrong.stdout).toContain("/a.xml:2:5: unknown key comand (did you mean command?)\n");
    const json = await pmc(["config", "validate", "--json", "--server", bad.address]);
    expect(json.status).toBe(78);
    expect(JSON.parse(json.stdout)).toMatchObject({
      servers: [{ ok: false, validation: { ok: false, problems: [problem] } }],
    });
  });
});

describe("config set, config add and setting set", () => {
  it.each<[string[], object]>([
    [
      ["config", "set", "id0", "a=1", "b=x=y"],
      {
        configSet: {
          id: "id0",
          assignments: [
            { key: "a", value: "1" },
            { key: "b", value: "x=y" },
          ],
        },
      },
    ],
    [
      ["config", "add", "job", "command=sleep 1"],
      { configAdd: { id: "job", assignments: [{ key: "command", value: "sleep 1" }] } },
    ],
    [
      ["setting", "set", "logLevel=debug"],
      { settingSet: { assignments: [{ key: "logLevel", value: "debug" }] } },
    ],
  ])("%j asks for it and says where it was written", async (words, request) => {
    const { address, asked } = await serverOf({
      edit: { file: "/etc/dpm/pmd.xml", line: 3, values: [value], needRestart: ["listen"] },
    });
    const ended = await pmc([...words, "--server", address]);
    expect(ended).toEqual({
      status: 0,
      stderr: "",
      stdout:
        "Written to /etc/dpm/pmd.xml:3\n  stopTimeout  5s\nlisten takes effect when pmd is restarted\n",
    });
    expect(asked[0]).toMatchObject(request);
    const json = await pmc([...words, "--json", "--server", address]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      servers: [{ edit: { file: "/etc/dpm/pmd.xml", line: 3, needRestart: ["listen"] } }],
    });
  });
});

describe("an edit", () => {
  const edit = { file: "/etc/dpm/pmd.xml", line: 3, values: [value] };

  it("shows what came of each process that it started or restarted", async () => {
    const { address } = await serverOf({ edit }, { processes: { rows: [row(status("id0"))] } });
    const ended = await pmc(["config", "set", "id0", "stopTimeout=5s", "--server", address]);
    expect(ended.stdout).toContain("  stopTimeout  5s\n\nID ");
    expect(ended.stdout).toMatch(/^id0 +ok +running +4711$/mu);
  });

  it("that changes nothing names what stands there already, and where", async () => {
    const builtIn = { key: "nice", value: "0", origin: { layer: "built-in" } };
    const { address } = await serverOf({
      edit: { file: "/etc/dpm/pmd.xml", unchanged: true, values: [value, builtIn] },
    });
    const ended = await pmc(["config", "set", "id0", "stopTimeout=5s", "--server", address]);
    expect(ended).toEqual({
      status: 0,
      stderr: "",
      stdout: `Nothing to change: stopTimeout is 5s already (/etc/dpm/pmd.xml:3)
Nothing to change: nice is 0 already (built-in)
`,
    });
    const json = await pmc([
      "config",
      "set",
      "id0",
      "stopTimeout=5s",
      "--json",
      "--server",
      address,
    ]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      servers: [{ ok: true, edit: { line: null, unchanged: true } }],
    });
  });

  it("that changes nothing says so also when the server names no value", async () => {
    const { address } = await serverOf({ edit: { file: "/etc/dpm/pmd.xml", unchanged: true } });
    const ended = await pmc(["config", "set", "id0", "stopTimeout=5s", "--server", address]);
    expect(ended.stdout).toBe("Nothing to change in /etc/dpm/pmd.xml\n");
  });
});

it("config delete says where the definition was taken out", async () => {
  const { address, asked } = await serverOf({ edit: { file: "/etc/dpm/pmd.xml", line: 7 } });
  const ended = await pmc(["config", "delete", "-job", "--server", address]);
  expect(ended).toEqual({ status: 0, stderr: "", stdout: "Taken out of /etc/dpm/pmd.xml:7\n" });
  expect(asked[0]).toMatchObject({ configDelete: { id: "job" } });
});

describe("setting display and reload", () => {
  const setting = {
    value: { ...value, key: "logLevel", value: "info" },
    writable: true,
    description: "How much.",
  };

  it("show name, value, when a change takes effect, and where it comes from", async () => {
    const listen = { value: { key: "listen", value: "127.0.0.1:8988" }, needsRestart: true };
    const { address, asked } = await serverOf({ settings: { settings: [setting, listen] } });
    const ended = await pmc(["setting", "-display", "--server", address]);
    expect(ended.stdout).toBe(`SETTING   VALUE           CHANGE      FROM
logLevel  info            at once     /etc/dpm/pmd.xml:3
listen    127.0.0.1:8988  at restart
`);
    await pmc(["setting", "display", "-logLevel", "--server", address]);
    expect(
      asked.map((request) => request.command === "settingDisplay" && request.settingDisplay.name),
    ).toEqual(["", "logLevel"]);
    const origin = await pmc(["setting", "display", "--origin", "--server", address]);
    expect(origin.stdout).toContain("hides 10s");
    const json = await pmc(["setting", "display", "--json", "--server", address]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      servers: [
        {
          settings: [
            { key: "logLevel", value: "info", writable: true, needsRestart: false },
            { key: "listen" },
          ],
        },
      ],
    });
  });

  it("tell what is in force until a restart", async () => {
    const most = { value: { key: "maxConnections", value: "77" }, needsRestart: true };
    const settings = [{ ...most, inForce: "1024" }];
    const { address } = await serverOf({ settings: { settings } });
    const table = await pmc(["setting", "display", "--server", address]);
    expect(table.stdout).toMatch(/^maxConnections +77 +at restart, now 1024$/mu);
    const origin = await pmc(["setting", "display", "--origin", "--server", address]);
    expect(origin.stdout).toMatch(/^maxConnections is 1024 until pmd is restarted$/mu);
    const json = await pmc(["setting", "display", "--json", "--server", address]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      servers: [{ settings: [{ value: "77", inForce: "1024" }] }],
    });
  });

  it("reload names what was applied", async () => {
    const { address, asked } = await serverOf({ reload: { settingsChanged: ["logLevel"] } });
    const ended = await pmc(["setting", "-reload", "--server", address]);
    expect(ended.stdout).toBe("setting  logLevel applied\n");
    expect(asked[0]?.command).toBe("settingReload");
  });
});

describe("version and shutdown", () => {
  const report = {
    server: "pmd 9.9.9",
    pid: 77,
    startedAtMs: Date.UTC(2029, 11, 31, 23),
    instanceId: "i",
    bootId: "b",
    generation: 4,
    configFile: "/etc/dpm/pmd.xml",
  };

  it("version shows both sides", async () => {
    const { address } = await serverOf({ server: report });
    const ended = await pmc(["version", "--server", address]);
    expect(ended.stdout).toContain(`pmc 1.2.3 (interface ${formatVersion(interfaceVersion)})\n`);
    expect(ended.stdout).toMatch(/server +pmd 9\.9\.9\n +pid +77\n +up +1h\n/u);
    const json = await pmc(["version", "--json", "--server", address]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      client: { version: "1.2.3", interface: formatVersion(interfaceVersion) },
      servers: [{ address, server: { server: "pmd 9.9.9", pid: 77, troubles: [] } }],
    });
  });

  it("--version asks no server", async () => {
    const server = await serverOf();
    expect((await pmc(["--version", "--server", server.address])).stdout).toBe(
      `pmc 1.2.3 (interface ${formatVersion(interfaceVersion)})\n`,
    );
    expect(JSON.parse((await pmc(["--version", "--json"])).stdout)).toEqual({
      client: { version: "1.2.3", interface: formatVersion(interfaceVersion) },
      servers: [],
    });
    expect(server.connections()).toBe(0);
  });

  it("shutdown waits until the server has gone", async () => {
    const gone = Promise.withResolvers<void>();
    const server = await fakeServer(async function* () {
      yield { processes: { rows: [row(stopped("id0"))] } };
      setTimeout(() => {
        server.breakConnections();
        gone.resolve();
      }, 50);
    });
    const ended = await pmc(["shutdown", "--leave", "--server", server.address]);
    await gone.promise;
    expect(ended.status).toBe(0);
    expect(ended.stdout).toContain(`pmd at ${server.address} has ended.\n`);
  });
});
