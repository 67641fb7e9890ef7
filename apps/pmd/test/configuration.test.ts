import { appendFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "@dpm/pdu";
import { argumentsOf, isAlive, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { configured, type RunningDaemon, startPmd } from "./running-daemon.ts";

const timeout = 60_000;

function payload<Name extends NonNullable<Result["payload"]>>(
  results: readonly Result[],
  name: Name,
): Extract<Result, { payload: Name }> {
  const found = results.find((result) => result.payload === name);
  if (found === undefined) throw new Error(`no ${name} among ${JSON.stringify(results)}`);
  return found as Extract<Result, { payload: Name }>;
}

async function troubles(
  daemon: RunningDaemon,
): Promise<readonly { readonly code: string; readonly message: string }[]> {
  return payload(await daemon.request({ ping: {} }), "server").server.troubles;
}

test(
  "a reload applies what was added, changed and removed, and leaves every other pid alone",
  { timeout },
  async () => {
    const daemon = await startPmd(
      configured(
        '<!-- begins with a comment --><process id="same" command="sleep 1000"/><process id="changed" command="sleep 1001"/><process id="removed" command="sleep 1002"/>',
      ),
    );
    const [same, changed, removed] = await Promise.all(
      ["same", "changed", "removed"].map((id) => daemon.pid(id)),
    );
    daemon.configure(
      configured(
        '<process id="same" command="sleep 1000" description="new words"/><process id="changed" command="sleep 1003"/><process id="added" command="sleep 1004"/>',
      ),
    );
    const { reload } = payload(await daemon.request({ configReload: {} }), "reload");
    expect(reload).toMatchObject({
      added: ["added"],
      changed: [
        { id: "changed", keys: ["command"], restarted: true },
        { id: "same", keys: ["description"], restarted: false },
      ],
      removed: ["removed"],
      generation: 2,
    });
    expect(await daemon.pid("same")).toBe(same);
    expect(await daemon.pid("changed")).not.toBe(changed);
    expect(argumentsOf(await daemon.pid("changed"))).toEqual(["sleep", "1003"]);
    expect(isAlive(removed ?? 0)).toBe(false);
    expect(Object.keys(await daemon.statuses())).toEqual(["added", "changed", "same"]);
  },
);

test("a dry run tells and does nothing", { timeout }, async () => {
  const daemon = await startPmd(configured('<process id="a" command="sleep 1000"/>'));
  const pid = await daemon.pid("a");
  daemon.configure(configured('<process id="a" command="sleep 1001"/>'));
  const { reload } = payload(await daemon.request({ configReload: { dryRun: true } }), "reload");
  expect(reload).toMatchObject({
    dryRun: true,
    changed: [{ id: "a", restarted: true }],
    generation: 1,
  });
  expect(await daemon.pid("a")).toBe(pid);
});

test(
  "a broken configuration changes nothing, by command or by SIGHUP, and every client is told until it is mended",
  { timeout },
  async () => {
    const right = configured('<process id="a" command="sleep 1000"/>');
    const daemon = await startPmd(right);
    const pid = await daemon.pid("a");
    daemon.configure(
      configured('<process id="a" command="sleep 1000"/><process id="b" comand="sleep 1"/>'),
    );
    await expect(daemon.request({ configReload: {} })).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_INVALID",
      category: "configuration",
    });
    expect(await troubles(daemon)).toMatchObject([
      { code: "ERR_DPM_DAEMON_CONFIG_REFUSED", message: expect.stringContaining("comand") },
    ]);

    daemon.configure("<processManager><process");
    daemon.program.signal("SIGHUP");
    await waitUntil(() => daemon.log().includes("SIGHUP: nothing was changed"));
    expect(await daemon.pid("a")).toBe(pid);

    daemon.configure(right);
    daemon.program.signal("SIGHUP");
    await waitUntil(async () => (await troubles(daemon)).length === 0);
    expect(await daemon.pid("a")).toBe(pid);
  },
);

test("SIGHUP applies a changed configuration", { timeout }, async () => {
  const daemon = await startPmd(configured(""));
  daemon.configure(configured('<process id="late" command="sleep 1000"/>'));
  daemon.program.signal("SIGHUP");
  expect(argumentsOf(await daemon.pid("late"))).toEqual(["sleep", "1000"]);
});

test("a dependency cycle is refused and changes nothing", { timeout }, async () => {
  const daemon = await startPmd(configured('<process id="a" command="sleep 1000"/>'));
  daemon.configure(
    configured(
      '<process id="a" command="sleep 1000" requires="b"/><process id="b" command="sleep 1" requires="a"/>',
    ),
  );
  await expect(daemon.request({ configReload: {} })).rejects.toMatchObject({
    category: "configuration",
  });
  expect(Object.keys(await daemon.statuses())).toEqual(["a"]);
});

test(
  "config set changes the running process and only its bytes in the file",
  { timeout },
  async () => {
    const text =
      '<processManager>\n  <!-- kept -->\n  <process   id="a" command="sleep 1000"/>\n  <process id="b" command="sleep 1000"/>\n</processManager>\n';
    const daemon = await startPmd(text);
    const [a, b] = [await daemon.pid("a"), await daemon.pid("b")];
    const results = await daemon.request({
      configSet: { id: "a", assignments: [{ key: "command", value: "sleep 2000" }] },
    });
    expect(payload(results, "edit").edit).toMatchObject({
      file: daemon.configFile,
      line: 3,
      values: [{ key: "command", value: "sleep 2000" }],
    });
    expect(readFileSync(daemon.configFile, "utf8")).toBe(
      text.replace('"sleep 1000"', '"sleep 2000"'),
    );
    expect(await daemon.pid("a")).not.toBe(a);
    expect(argumentsOf(await daemon.pid("a"))).toEqual(["sleep", "2000"]);
    expect(await daemon.pid("b")).toBe(b);
  },
);

test("an edit made on disk meanwhile is shown and not overwritten", { timeout }, async () => {
  const daemon = await startPmd(configured('<process id="a" command="sleep 1000"/>'));
  appendFileSync(daemon.configFile, "<!-- somebody else -->\n");
  const text = readFileSync(daemon.configFile, "utf8");
  const set = { id: "a", assignments: [{ key: "stopTimeout", value: "3s" }] };
  await expect(daemon.request({ configSet: set })).rejects.toMatchObject({
    code: "ERR_DPM_CONFIG_CONFLICT",
    message: expect.stringContaining("somebody else"),
  });
  expect(readFileSync(daemon.configFile, "utf8")).toBe(text);
  await daemon.request({ configReload: {} });
  await daemon.request({ configSet: set });
  expect(readFileSync(daemon.configFile, "utf8")).toContain('stopTimeout="3s"');
});

test("a value that is wrong is refused before anything is written", { timeout }, async () => {
  const daemon = await startPmd(configured('<process id="a" command="sleep 1000"/>'));
  const text = readFileSync(daemon.configFile, "utf8");
  const set = (key: string, value: string): Promise<Result[]> =>
    daemon.request({ configSet: { id: "a", assignments: [{ key, value }] } });
  await expect(set("stopTimeout", "soon")).rejects.toMatchObject({ category: "configuration" });
  await expect(set("stopTimout", "3s")).rejects.toMatchObject({
    code: "ERR_DPM_CONFIG_NO_SUCH_KEY",
    hint: expect.stringContaining("stopTimeout"),
  });
  await expect(set("requires", "a")).rejects.toMatchObject({ category: "configuration" });
  expect(readFileSync(daemon.configFile, "utf8")).toBe(text);
});

test("a process is added and deleted, in force and in the file", { timeout }, async () => {
  const daemon = await startPmd("<processManager>\n</processManager>\n");
  const before = readFileSync(daemon.configFile, "utf8");
  await daemon.request({
    configAdd: { id: "fresh", assignments: [{ key: "command", value: "sleep 1000" }] },
  });
  const pid = await daemon.pid("fresh");
  expect(readFileSync(daemon.configFile, "utf8")).toContain('id="fresh"');
  await daemon.request({ configDelete: { id: "fresh" } });
  expect(isAlive(pid)).toBe(false);
  expect(await daemon.statuses()).toEqual({});
  expect(readFileSync(daemon.configFile, "utf8").replaceAll(/\s/g, "")).toBe(
    before.replaceAll(/\s/g, ""),
  );
});

test("scale sets how many instances there are, and keeps it", { timeout }, async () => {
  const daemon = await startPmd(configured('<process id="w" command="sleep 1000" numProcs="2"/>'));
  const first = await daemon.pid("w-0");
  await daemon.request({ scale: { id: "w", count: 4 } });
  expect(Object.keys(await daemon.statuses())).toEqual(["w-0", "w-1", "w-2", "w-3"]);
  expect(await daemon.pid("w-0")).toBe(first);
  expect(readFileSync(daemon.configFile, "utf8")).toContain('numProcs="4"');
  await daemon.request({ scale: { id: "w", count: 1 } });
  expect(Object.keys(await daemon.statuses())).toHaveLength(1);
});

test(
  "setting what stands there already writes and starts nothing, and says where it stands",
  { timeout },
  async () => {
    const daemon = await startPmd(
      '<processManager>\n  <settings logLevel="info"/>\n  <process id="a" command="sleep 1000"\n    restart="always" enabled="true"/>\n</processManager>\n',
    );
    const pid = await daemon.pid("a");
    const before = statSync(daemon.configFile, { bigint: true });
    const results = await daemon.request({
      configSet: { id: "a", assignments: [{ key: "restart", value: "always" }] },
    });
    expect(results).toHaveLength(1);
    expect(payload(results, "edit").edit).toMatchObject({
      unchanged: true,
      file: daemon.configFile,
      line: 4,
      values: [{ key: "restart", value: "always" }],
      needRestart: [],
    });
    const { edit } = payload(
      await daemon.request({ settingSet: { assignments: [{ key: "logLevel", value: "info" }] } }),
      "edit",
    );
    expect(edit).toMatchObject({ unchanged: true, file: daemon.configFile, line: 2 });
    expect(statSync(daemon.configFile, { bigint: true })).toEqual(before);
    expect(payload(await daemon.request({ ping: {} }), "server").server.generation).toBe(1);
    expect(await daemon.pid("a")).toBe(pid);
    const changed = await daemon.request({
      configSet: { id: "a", assignments: [{ key: "restart", value: "no" }] },
    });
    expect(payload(changed, "edit").edit).toMatchObject({ unchanged: false, line: 4 });
  },
);

test(
  "a setting takes effect at once where it can, and is said to wait where it can't",
  { timeout },
  async () => {
    const daemon = await startPmd(
      "<processManager>\n  <settings><logLevel>info</logLevel></settings>\n</processManager>\n",
    );
    expect(daemon.log()).not.toContain("was let in");
    const level = payload(
      await daemon.request({ settingSet: { assignments: [{ key: "logLevel", value: "debug" }] } }),
      "edit",
    ).edit;
    expect(level).toMatchObject({ values: [{ key: "logLevel", value: "debug" }], needRestart: [] });
    expect(readFileSync(daemon.configFile, "utf8")).toContain("<logLevel>debug</logLevel>");
    await daemon.request({ version: {} });
    await waitUntil(() => daemon.log().includes("was let in"));
    const connections = payload(
      await daemon.request({
        settingSet: { assignments: [{ key: "maxConnections", value: "7" }] },
      }),
      "edit",
    ).edit;
    expect(connections.needRestart).toEqual(["maxConnections"]);
  },
);

test("setting reload applies settings and leaves processes as they are", { timeout }, async () => {
  const daemon = await startPmd(
    configured(
      '<settings><logLevel>info</logLevel></settings><process id="a" command="sleep 1000"/>',
    ),
  );
  const pid = await daemon.pid("a");
  daemon.configure(
    configured(
      '<settings><logLevel>debug</logLevel><maxConnections>9</maxConnections></settings><process id="a" command="sleep 2000"/>',
    ),
  );
  const { reload } = payload(await daemon.request({ settingReload: {} }), "reload");
  expect(reload).toMatchObject({
    added: [],
    changed: [],
    removed: [],
    settingsChanged: ["logLevel"],
    settingsNeedRestart: ["maxConnections"],
  });
  expect(await daemon.pid("a")).toBe(pid);
  expect(payload(await daemon.request({ configReload: {} }), "reload").reload).toMatchObject({
    changed: [{ id: "a" }],
    settingsChanged: [],
  });
});

test("a reload names what waits for a restart until it is put back", { timeout }, async () => {
  const text = (connections: number): string =>
    configured(`<settings><maxConnections>${connections}</maxConnections></settings>`);
  const daemon = await startPmd(text(1024));
  const waiting = async (connections: number): Promise<unknown> => {
    daemon.configure(text(connections));
    return payload(await daemon.request({ configReload: {} }), "reload").reload.settingsNeedRestart;
  };
  expect(await waiting(9)).toEqual(["maxConnections"]);
  expect(await waiting(9)).toEqual(["maxConnections"]);
  expect(await waiting(1024)).toEqual([]);
});

test(
  "a stopped process whose program changed is not said to be replaced",
  { timeout },
  async () => {
    const daemon = await startPmd(
      configured('<process id="a" command="sleep 1000" autostart="false"/>'),
    );
    daemon.configure(configured('<process id="a" command="sleep 2000" autostart="false"/>'));
    const { reload } = payload(await daemon.request({ configReload: {} }), "reload");
    expect(reload.changed).toMatchObject([{ id: "a", restarted: false }]);
  },
);

test("what the command line says wins and can't be set away", { timeout }, async () => {
  const daemon = await startPmd(configured("<settings><logLevel>info</logLevel></settings>"), {
    words: ["--log-level", "warn"],
  });
  const { settings } = payload(
    await daemon.request({ settingDisplay: { name: "logLevel" } }),
    "settings",
  ).settings;
  expect(settings).toMatchObject([
    { value: { value: "warn", origin: { layer: "command-line" }, hides: [{ value: "info" }] } },
  ]);
  await expect(
    daemon.request({ settingSet: { assignments: [{ key: "logLevel", value: "debug" }] } }),
  ).rejects.toMatchObject({ code: "ERR_DPM_CONFIG_KEY_HIDDEN" });
  await expect(daemon.request({ settingDisplay: { name: "logLevl" } })).rejects.toMatchObject({
    code: "ERR_DPM_DAEMON_NO_SUCH_SETTING",
    hint: expect.stringContaining("logLevel"),
  });
});

test(
  "config display shows effective values with where they are from, of hundreds of processes",
  { timeout },
  async () => {
    const many = Array.from(
      { length: 400 },
      (_, index) =>
        `<process id="p${index}" command="sleep 1000" autostart="false" description="${"x".repeat(300)}"/>`,
    );
    const daemon = await startPmd(configured(`<defaults stopTimeout="7s"/>${many.join("")}`));
    const shown = (await daemon.request({ configDisplay: {} })).flatMap((result) =>
      result.payload === "config" ? result.config.processes : [],
    );
    expect(shown.map(({ id }) => id)).toEqual(many.map((_, index) => `p${index}`));
    const overrides = payload(
      await daemon.request({ configDisplay: { selector: { ids: ["p7"] }, overrides: true } }),
      "config",
    ).config.processes;
    expect(overrides).toHaveLength(1);
    expect(overrides[0]?.values.map(({ key }) => key).toSorted()).toEqual([
      "autostart",
      "command",
      "description",
      "stopTimeout",
    ]);
    expect(overrides[0]?.values.find(({ key }) => key === "stopTimeout")).toMatchObject({
      value: "7s",
      origin: { layer: "defaults", line: 1 },
    });
  },
);

test("validate tells what is wrong on disk and leaves what runs", { timeout }, async () => {
  const daemon = await startPmd(configured('<process id="a" command="sleep 1000"/>'));
  expect(
    payload(await daemon.request({ configValidate: {} }), "validation").validation,
  ).toMatchObject({ ok: true, processes: 1, files: 1 });
  writeFileSync(
    join(daemon.directory, "pmd.xml"),
    '<processManager>\n<process id="a" command="sleep 1" nice="loud"/></processManager>',
  );
  const { validation } = payload(await daemon.request({ configValidate: {} }), "validation");
  expect(validation).toMatchObject({ ok: false, problems: [{ file: daemon.configFile, line: 2 }] });
  expect(await troubles(daemon)).toEqual([]);
});
