import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Files, processOf, writeFiles, xml } from "../../test/support/configuration-files.ts";
import { diffConfiguration } from "../diff/diff-configuration.ts";
import { writeSourceFile } from "../edit/write-source-file.ts";
import { loadConfiguration, type LoadOptions } from "../load/load-configuration.ts";
import type { Configuration } from "../model/configuration.ts";
import { planAdd } from "./plan-add.ts";
import { planDelete } from "./plan-delete.ts";
import { planSet } from "./plan-set.ts";

interface Opened {
  readonly folder: string;
  readonly configuration: Configuration;
  readonly text: (name: string) => string;
  readonly reload: () => Promise<Configuration>;
}

async function open(files: Files | string, inputs: Partial<LoadOptions> = {}): Promise<Opened> {
  const all = typeof files === "string" ? { "pmd.xml": files } : files;
  const folder = writeFiles(all);
  const options = { environment: {}, ...inputs, file: join(folder, Object.keys(all)[0] ?? "") };
  return {
    folder,
    configuration: await loadConfiguration(options),
    text: (name) => readFileSync(join(folder, name), "utf8"),
    reload: () => loadConfiguration(options),
  };
}

async function set(
  opened: Opened,
  id: string | null,
  assignments: Readonly<Record<string, string>>,
): Promise<Configuration> {
  const entries = Object.entries(assignments).map(([key, value]) => ({ key, value }));
  const plan = await planSet(opened.configuration, { id, assignments: entries });
  await writeSourceFile(plan.file, plan.text);
  expect((await opened.reload()).fingerprint).toBe(plan.configuration.fingerprint);
  return plan.configuration;
}

const commented = `<!-- keep me -->
<processManager>
  <settings logLevel="info"/> <!-- and me -->
  <defaults stopTimeout="9s"/>
  <group id="g" nice="1">
    <process id="a"   command="sleep 1" priority='5' ><!-- inside --></process>
  </group>
  <process id="b" command="sleep 2"/>
</processManager>
`;

describe("setting a key of a process", () => {
  test("changes those bytes only, and the configuration by that key only", async () => {
    const opened = await open(commented);
    const next = await set(opened, "a", { priority: "7" });
    expect(opened.text("pmd.xml")).toBe(commented.replace("'5'", "'7'"));
    expect(diffConfiguration(opened.configuration, next)).toEqual({
      added: [],
      changed: [{ id: "a", keys: ["priority"], restart: false }],
      removed: [],
      settings: [],
    });
  });

  test("writes an inherited key to the process' own element", async () => {
    const opened = await open(commented);
    const next = await set(opened, "a", { nice: "3" });
    expect(opened.text("pmd.xml")).toContain(`<group id="g" nice="1">`);
    expect(processOf(next).origins["nice"]).toMatchObject({
      layer: "process",
      hides: [{ layer: "group" }],
    });
  });

  test("takes several keys at once, and other spellings of present ones", async () => {
    const opened = await open(xml(`<process id="a" command="x" stop_timeout="1s"/>`));
    const next = await set(opened, "a", { stopwaitsecs: "2s", priority: "1", command: "y 'a b'" });
    expect(opened.text("pmd.xml")).toContain('stop_timeout="2s"');
    expect(processOf(next)).toMatchObject({
      argv: ["y", "a b"],
      values: { stopTimeout: 2000, priority: 1 },
    });
  });

  test("writes into the file that defines the process, whatever its format", async () => {
    const opened = await open({
      "pmd.xml": xml(`<include>conf.d/*</include>`),
      "conf.d/a.yaml": "process:\n  # the one\n  a:\n    command: sleep 1 # long\n    nice: 1\n",
    });
    await set(opened, "a", { nice: "2", stopTimeout: "3s" });
    expect(opened.text("conf.d/a.yaml")).toBe(
      "process:\n  # the one\n  a:\n    command: sleep 1 # long\n    nice: 2\n    stopTimeout: 3s\n",
    );
  });

  test("of an instance changes the definition, and scaling is setting numProcs", async () => {
    const opened = await open(xml(`<process id="w" command="x" numProcs="2"/>`));
    expect(
      (await set(opened, "w-1", { nice: "1" })).processes.map(({ values }) => values.nice),
    ).toEqual([1, 1]);
    const scaled = await open(xml(`<process id="w" command="x"/>`));
    expect((await set(scaled, "w", { numProcs: "3" })).processes.map(({ id }) => id)).toEqual([
      "w-0",
      "w-1",
      "w-2",
    ]);
  });

  test.each<[string, Files]>([
    [
      "an element",
      {
        "pmd.xml": xml(
          `<process id="a" command="x"><environment name="PORT" value="1"/></process>`,
        ),
      },
    ],
    [
      "an element with a text",
      {
        "pmd.xml": xml(
          `<process id="a" command="x"><environment name="PORT">1</environment></process>`,
        ),
      },
    ],
    [
      "nothing yet",
      { "pmd.xml": xml(`<process id="a" command="x"><environment name="A" value="1"/></process>`) },
    ],
    ["nothing at all", { "pmd.xml": xml(`<process id="a" command="x"/>`) }],
    [
      "a mapping",
      { "pmd.yaml": "process:\n  a:\n    command: x\n    environment:\n      PORT: 1\n" },
    ],
    [
      "a mapping without it",
      { "pmd.yaml": "process:\n  a:\n    command: x\n    environment:\n      A: 1\n" },
    ],
    ["no mapping", { "pmd.yaml": "process:\n  a:\n    command: x\n" }],
    [
      "a list of texts",
      { "pmd.yaml": "process:\n  a:\n    command: x\n    environment:\n      - PORT=1\n" },
    ],
    [
      "a list of pairs",
      {
        "pmd.yaml":
          "process:\n  a:\n    command: x\n    environment:\n      - { name: PORT, value: 1 }\n",
      },
    ],
  ])("sets a variable where there is %s", async (_, files) => {
    const next = await set(await open(files), "a", { "environment.PORT": "2" });
    expect(processOf(next).environment["PORT"]).toBe("2");
  });

  test("sets a key inside an element", async () => {
    const opened = await open(
      xml(`<process id="a" command="x"><readiness tcp="80" period="1s"/></process>`),
    );
    const next = await set(opened, "a", { "readiness.period": "2s", "readiness.timeout": "3s" });
    expect(processOf(next).values.readiness).toMatchObject({ periodMs: 2000, timeoutMs: 3000 });
    const created = await set(await open(xml(`<process id="a" command="x"/>`)), "a", {
      "health.tcp": "80",
    });
    expect(processOf(created).values.health?.check).toMatchObject({ kind: "tcp", port: 80 });
  });
});

describe("setting is refused, and nothing is written,", () => {
  test.each<[string | null, Readonly<Record<string, string>>, [code: string, message: string]]>([
    ["a", { priority: "high" }, ["ERR_DPM_CONFIG_EDIT_REFUSED", '"high" is not an integer']],
    [
      "a",
      { requires: "nobody" },
      ["ERR_DPM_CONFIG_EDIT_REFUSED", "neither a process nor a group is called so"],
    ],
    ["a", { after: "b" }, ["ERR_DPM_CONFIG_EDIT_REFUSED", "the order of starts has a cycle"]],
    ["c", { nice: "1" }, ["ERR_DPM_CONFIG_NO_SUCH_PROCESS", "no such process: c"]],
    ["a", { stopTimout: "1s" }, ["ERR_DPM_CONFIG_NO_SUCH_KEY", "a process has no key stopTimout"]],
    ["a", { id: "z" }, ["ERR_DPM_CONFIG_NO_SUCH_KEY", "a process has no key id"]],
    ["a", { "nice.x": "1" }, ["ERR_DPM_CONFIG_NO_SUCH_KEY", "a process has no key nice.x"]],
    [
      "a",
      { "readiness.perod": "1s" },
      ["ERR_DPM_CONFIG_NO_SUCH_KEY", "a process has no key readiness.perod"],
    ],
    [
      "a",
      { arg: "z" },
      ["ERR_DPM_CONFIG_KEY_NOT_EDITABLE", "is written in a form that cannot be changed from here"],
    ],
    [null, { logLevle: "info" }, ["ERR_DPM_CONFIG_NO_SUCH_KEY", "there is no setting logLevle"]],
    [
      null,
      { logLevel: "loud" },
      ["ERR_DPM_CONFIG_EDIT_REFUSED", '"loud" is not one of the known words'],
    ],
    [
      null,
      { listen: "0.0.0.0:1" },
      ["ERR_DPM_CONFIG_EDIT_REFUSED", "can be reached from other machines"],
    ],
  ])("of %s to %j: %s", async (id, assignments, [code, message]) => {
    const content = xml(
      `<process id="a" command="x"><arg>1</arg><arg>2</arg></process><process id="b" command="x" after="a"/>`,
    );
    const opened = await open(content);
    await expect(set(opened, id, assignments)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
    });
    expect(opened.text("pmd.xml")).toBe(content);
  });

  test("when a stronger layer would hide it, naming that layer and its place", async () => {
    const opened = await open(
      {
        "pmd.xml": xml(`<process id="a" command="x" nice="1"/>`),
        "pmd.local.xml": xml(
          `<settings logFormat="json"/><process id="a" nice="2"><environment name="A" value="1"/></process>`,
        ),
      },
      {
        environment: { DPM_PROCESS_A_PRIORITY: "1", DPM_SETTING_LOG_LEVEL: "warn" },
        overrides: { settings: { listen: "127.0.0.1:1" } },
      },
    );
    const refusal = async (id: string | null, key: string, value: string): Promise<unknown> =>
      set(opened, id, { [key]: value }).catch((error: unknown) => error);
    const where = join(opened.folder, "pmd.local.xml");
    expect(await refusal("a", "nice", "3")).toMatchObject({
      code: "ERR_DPM_CONFIG_KEY_HIDDEN",
      details: { layer: "local", where: expect.stringContaining(where) as string },
    });
    expect(await refusal("a", "environment.A", "3")).toMatchObject({
      code: "ERR_DPM_CONFIG_KEY_HIDDEN",
    });
    expect(await refusal("a", "priority", "3")).toMatchObject({
      details: { layer: "environment", where: "DPM_PROCESS_A_PRIORITY" },
    });
    expect(await refusal(null, "logLevel", "info")).toMatchObject({
      details: { layer: "environment", where: "DPM_SETTING_LOG_LEVEL" },
    });
    expect(await refusal(null, "logFormat", "text")).toMatchObject({ details: { layer: "local" } });
    expect(await refusal(null, "listen", "127.0.0.1:2")).toMatchObject({
      details: { layer: "command-line", where: "the command line" },
    });
    expect(processOf(await set(opened, "a", { umask: "022" })).values.umask).toBe(0o022);
  });

  test("when the file was edited meanwhile", async () => {
    const opened = await open(commented);
    const plan = await planSet(opened.configuration, {
      id: "a",
      assignments: [{ key: "nice", value: "2" }],
    });
    writeFileSync(join(opened.folder, "pmd.xml"), commented.replace("sleep 2", "sleep 3"));
    await expect(writeSourceFile(plan.file, plan.text)).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_CONFLICT",
    });
    expect(opened.text("pmd.xml")).toContain("sleep 3");
  });
});

describe("setting a setting", () => {
  test("changes its place, adds it beside others, or begins the settings", async () => {
    const opened = await open(commented);
    expect((await set(opened, null, { logLevel: "debug" })).settings.values.logLevel).toBe("debug");
    expect(opened.text("pmd.xml")).toBe(commented.replace('"info"', '"debug"'));
    expect(
      (await set(await open(commented), null, { pollInterval: "2s" })).settings.values.pollInterval,
    ).toBe(2000);
    const bare = await open({ "pmd.yaml": "process:\n  a: { command: x }\n" });
    expect(
      (await set(bare, null, { logLevel: "warn", historyLimit: "5" })).settings.values,
    ).toMatchObject({
      logLevel: "warn",
      historyLimit: 5,
    });
  });

  test("goes to the file that has it", async () => {
    const opened = await open({
      "pmd.xml": xml(`<include>more.xml</include><settings logLevel="info"/>`),
      "more.xml": xml(`<settings pollInterval="1s"/>`),
    });
    await set(opened, null, { pollInterval: "3s" });
    expect(opened.text("more.xml")).toContain('pollInterval="3s"');
    await expect(
      planSet(opened.configuration, {
        id: null,
        assignments: [
          { key: "pollInterval", value: "1s" },
          { key: "logLevel", value: "warn" },
        ],
      }),
    ).rejects.toMatchObject({ code: "ERR_DPM_CONFIG_KEY_NOT_EDITABLE" });
  });
});

describe("adding a process", () => {
  const add = [
    { key: "command", value: "sleep 5" },
    { key: "stop_timeout", value: "1s" },
  ];

  test("defines it in the main file, or in another one of the configuration", async () => {
    const opened = await open({
      "pmd.xml": xml(`<include>b.yaml</include>`),
      "b.yaml": "process:\n  b:\n    command: x\n",
    });
    const plan = await planAdd(opened.configuration, { id: "n", assignments: add });
    await writeSourceFile(plan.file, plan.text);
    expect(processOf(await opened.reload(), "n")).toMatchObject({
      argv: ["sleep", "5"],
      values: { stopTimeout: 1000 },
    });
    const other = await planAdd(opened.configuration, {
      id: "n",
      assignments: add,
      file: join(opened.folder, "b.yaml"),
    });
    expect(other.text).toContain("  b:\n    command: x\n  n:\n");
  });

  test("is refused for an id that is taken, for wrong keys and ids, and for other files", async () => {
    const { configuration, folder } = await open(
      xml(`<process id="a" command="x"/><process id="w" numProcs="2" command="x"/>`),
    );
    const codeOf = async (plan: Promise<unknown>): Promise<unknown> =>
      plan.catch((error: unknown) => (error as { code: string }).code);
    expect(await codeOf(planAdd(configuration, { id: "a", assignments: add }))).toBe(
      "ERR_DPM_CONFIG_PROCESS_EXISTS",
    );
    expect(await codeOf(planAdd(configuration, { id: "w-1", assignments: add }))).toBe(
      "ERR_DPM_CONFIG_PROCESS_EXISTS",
    );
    expect(await codeOf(planAdd(configuration, { id: "-x", assignments: add }))).toBe(
      "ERR_DPM_CONFIG_EDIT_REFUSED",
    );
    expect(await codeOf(planAdd(configuration, { id: "n", assignments: [] }))).toBe(
      "ERR_DPM_CONFIG_EDIT_REFUSED",
    );
    expect(
      await codeOf(
        planAdd(configuration, { id: "n", assignments: [{ key: "comand", value: "x" }] }),
      ),
    ).toBe("ERR_DPM_CONFIG_NO_SUCH_KEY");
    expect(
      await codeOf(
        planAdd(configuration, {
          id: "n",
          assignments: [...add, { key: "environment.A", value: "x" }],
        }),
      ),
    ).toBe("ERR_DPM_CONFIG_KEY_NOT_EDITABLE");
    expect(
      await codeOf(
        planAdd(configuration, { id: "n", assignments: add, file: join(folder, "x.xml") }),
      ),
    ).toBe("ERR_DPM_CONFIG_NOT_FOUND");
  });
});

describe("deleting a process", () => {
  test("removes its element and nothing else", async () => {
    const opened = await open(commented);
    const plan = await planDelete(opened.configuration, "b");
    await writeSourceFile(plan.file, plan.text);
    expect((await opened.reload()).processes.map(({ id }) => id)).toEqual(["a"]);
    expect(opened.text("pmd.xml")).toContain("<!-- inside -->");
  });

  test("is refused for an instance, for one that others need, and where the local override defines it again", async () => {
    const needed = await open(
      xml(`<process id="a" command="x"/><process id="b" command="x" requires="a"/>`),
    );
    await expect(planDelete(needed.configuration, "a")).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_EDIT_REFUSED",
    });
    const scaled = await open(xml(`<process id="w" command="x" numProcs="2"/>`));
    await expect(planDelete(scaled.configuration, "w-1")).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_IS_INSTANCE",
      message: "w-1 is an instance of w and has no definition of its own",
      hint: expect.stringContaining("pmc config delete w") as string,
    });
    const local = await open({
      "pmd.xml": xml(`<process id="a" command="x"/>`),
      "pmd.local.xml": xml(`<process id="a" command="y"/>`),
    });
    await expect(planDelete(local.configuration, "a")).rejects.toMatchObject({
      message: expect.stringMatching(/pmd\.local\.xml:1:\d+: a is defined here as well/u) as string,
    });
  });
});
