import { describe, expect, test } from "vitest";
import { load, loadProcess, xml } from "../../test/support/configuration-files.ts";
import { processKeys, settingKeys } from "../keys/key-description.ts";
import { displaySettings, displayValues, formatOrigin } from "./display-values.ts";

const content = `
  <settings logLevel="debug" mailServer="smtps://me:hunter2@mail.example.org"/>
  <defaults stopTimeout="90s"><environment name="DB_PASSWORD" value="old secret"/></defaults>
  <process id="a" command="run --token=abc --port 80 http://me:pw@host/" stopTimeout="5s" startLimit="5/60s" stopSignal="SIGINT">
    <arg>two words</arg><environment name="PORT" value="8080"/><environment name="DB_PASSWORD" value="very secret"/>
    <readiness http="http://127.0.0.1/"/><limits><limit name="nofile" value="1024"/></limits>
  </process>`;

describe("the display of a process", () => {
  test("has a row for every key, in the order of the table, as one would write the values", async () => {
    const rows = displayValues(await loadProcess(xml(content)));
    const keys = rows.map(({ key }) => key);
    expect(keys.filter((key) => !key.startsWith("environment."))).toEqual(
      processKeys.map(({ name }) => name).filter((name) => name !== "environment"),
    );
    const values = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
    expect(values).toMatchObject({
      stopTimeout: "5s",
      startLimit: "5/60s",
      stopSignal: "INT",
      arg: "'two words'",
      priority: "999",
      user: "",
      limits: "nofile=1024",
      "environment.PORT": "8080",
    });
    expect(values["readiness"]).toContain('http="http://127.0.0.1/"');
  });

  test("shows only what differs from the built-in values when asked", async () => {
    const rows = displayValues(await loadProcess(xml(content)), { overrides: true });
    expect(rows.map(({ key }) => key)).toEqual([
      "command",
      "arg",
      "environment.DB_PASSWORD",
      "environment.PORT",
      "limits",
      "startLimit",
      "stopSignal",
      "stopTimeout",
      "readiness",
    ]);
    expect(
      displayValues(
        await loadProcess(xml(`<process id="a" command="x" nice="1" restart="on-failure"/>`)),
        { overrides: true },
      ),
    ).toHaveLength(2);
  });

  test("tells where a value was set and what it hides", async () => {
    const row = displayValues(await loadProcess(xml(content))).find(
      ({ key }) => key === "stopTimeout",
    );
    expect(row).toMatchObject({
      origin: { layer: "process", at: { line: 4 } },
      hides: [{ layer: "defaults", value: "1min 30s", at: { line: 3 } }],
    });
    expect(row === undefined ? "" : formatOrigin(row.origin)).toMatch(
      /^process \(.*pmd\.xml:4:\d+\)$/u,
    );
  });

  test("shows no secret, neither in values nor in what they hide", async () => {
    const configuration = await load(xml(content));
    const process = configuration.processes[0];
    const shown = JSON.stringify([
      process === undefined ? [] : displayValues(process),
      displaySettings(configuration.settings),
    ]);
    for (const secret of ["very secret", "old secret", "abc", "pw@", "hunter2"]) {
      expect(shown).not.toContain(secret);
    }
    expect(shown).toContain("run --token=******** --port 80 http://me:********@host/");
  });
});

test("a variable of the daemon that is a secret is masked wherever it is used, and nothing else is", async () => {
  const process = await loadProcess({
    files: {
      "pmd.xml": xml(`<defaults command="old \${API_TOKEN}"/>
        <process id="a" command="run \${API_TOKEN} \${PLAIN}" priority="\${ACCESS_KEY}"><environment name="A" value="x\${API_TOKEN}"/></process>`),
    },
    environment: { API_TOKEN: "t0psecret", PLAIN: "plain", ACCESS_KEY: "5" },
  });
  expect(process.argv).toEqual(["run", "t0psecret", "plain"]);
  const rows = displayValues(process);
  const values = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  expect(values).toMatchObject({
    command: "run ******** plain",
    "environment.A": "x********",
    priority: "5",
  });
  expect(JSON.stringify(rows)).not.toContain("t0psecret");
});

test("the display of the settings has all of them, and those of variables and the command line without a place", async () => {
  const { settings } = await load({
    files: { "pmd.xml": xml("") },
    environment: { DPM_SETTING_LOG_LEVEL: "warn" },
    overrides: { settings: { listen: "127.0.0.1:0" } },
  });
  const rows = displaySettings(settings);
  expect(rows.map(({ key }) => key)).toEqual(settingKeys.map(({ name }) => name));
  const origins = Object.fromEntries(rows.map(({ key, origin }) => [key, formatOrigin(origin)]));
  expect(origins).toMatchObject({
    logLevel: "environment (DPM_SETTING_LOG_LEVEL)",
    listen: "command-line",
    historyLimit: "built-in",
  });
});
