import { join } from "node:path";
import { hasCode } from "@dpm/errors";
import { describe, expect, test } from "vitest";
import { type Files, load, writeFiles, xml } from "../../test/support/configuration-files.ts";
import { loadConfiguration } from "../load/load-configuration.ts";
import type { Configuration } from "../model/configuration.ts";
import type { EditPlan } from "./edit-plan.ts";
import { planAdd } from "./plan-add.ts";
import { planDelete } from "./plan-delete.ts";
import { planSet } from "./plan-set.ts";

const set = (
  configuration: Configuration,
  id: string | null,
  assignments: Readonly<Record<string, string>>,
): Promise<EditPlan> =>
  planSet(configuration, {
    id,
    assignments: Object.entries(assignments).map(([key, value]) => ({ key, value })),
  });

/** What an edit is refused for, a line each, without the folder. */
async function refusal(
  files: Files,
  plan: (configuration: Configuration) => Promise<EditPlan>,
): Promise<readonly string[]> {
  const folder = writeFiles(files);
  const file = join(folder, Object.keys(files)[0] ?? "");
  try {
    await plan(await loadConfiguration({ file, environment: {} }));
  } catch (error) {
    if (hasCode(error, "ERR_DPM_CONFIG_EDIT_REFUSED")) {
      return error.message.replaceAll(`${folder}/`, "").split("\n");
    }
    throw error;
  }
  return [];
}

const yaml = `process:
  a:
    command: x
  b:
    command: y
    requires: a
    stopTimeout: 1s
`;

describe("an edit that would be wrong", () => {
  test.each<[string, Files, string, Readonly<Record<string, string>>, string]>([
    [
      "a present value",
      { "pmd.xml": xml(`<process id="a" command="x" stopTimeout="8s"/>`) },
      "a",
      { stopTimeout: "8x" },
      'stopTimeout: "8x" is not a duration (for example 500ms, 10s, 5min 20s or infinity)',
    ],
    [
      "a new key, typed by another name",
      { "pmd.xml": xml(`<process id="a" command="x"/>`) },
      "a",
      { stopwaitsecs: "8x" },
      'stopTimeout: "8x" is not a duration (for example 500ms, 10s, 5min 20s or infinity)',
    ],
    [
      "a key inside an element",
      { "pmd.yaml": "process:\n  a:\n    command: x\n    readiness: { tcp: 80, period: 1s }\n" },
      "a",
      { "readiness.period": "8x" },
      'readiness.period: "8x" is not a duration (for example 500ms, 10s, 5min 20s, at least 10ms)',
    ],
    [
      "one of several",
      { "pmd.yaml": yaml },
      "b",
      { nice: "1", stopTimeout: "2s", priority: "high" },
      'priority: "high" is not an integer from -1000000 to 1000000 (for example 1)',
    ],
  ])("names the key for %s, since it stands nowhere", async (...[, files, id, values, line]) => {
    const lines = await refusal(files, (configuration) => set(configuration, id, values));
    expect(lines).toEqual([line]);
  });

  test("names the setting, also where there were no settings before", async () => {
    const files = { "pmd.xml": xml(`\n<process id="a" command="x"/>\n`) };
    const lines = await refusal(files, (configuration) =>
      set(configuration, null, { logLevel: "loud" }),
    );
    expect(lines).toEqual([expect.stringMatching(/^logLevel: "loud" is not one of/u)]);
  });

  test("names the place on disk of what is wrong elsewhere, though the edit moved it", async () => {
    const lines = await refusal({ "pmd.yaml": yaml }, (configuration) =>
      planDelete(configuration, "a"),
    );
    expect(lines).toEqual([expect.stringMatching(/^pmd\.yaml:6:5: b requires a, and neither/u)]);
  });

  test("names the key that closes a cycle", async () => {
    const files = {
      "pmd.xml": xml(`<process id="a" command="x"/><process id="b" command="y" after="a"/>`),
    };
    const lines = await refusal(files, (configuration) => set(configuration, "a", { after: "b" }));
    expect(lines).toEqual([expect.stringMatching(/^after: the order of starts has a cycle/u)]);
  });

  test("names no place for a process that was never written", async () => {
    const files = { "pmd.xml": xml(`\n<process id="a" command="x"/>\n`) };
    const add = (id: string, values: Readonly<Record<string, string>>) =>
      refusal(files, (configuration) =>
        planAdd(configuration, {
          id,
          assignments: Object.entries(values).map(([key, value]) => ({ key, value })),
        }),
      );
    expect(await add("n", { restart: "no" })).toEqual([
      'the process n has no command (for example command="sleep 1000")',
    ]);
    expect(await add("n", { command: "x", startSecs: "8x" })).toEqual([
      expect.stringMatching(/^startSecs: "8x" is not a duration/u),
    ]);
    expect(await add("-x", { command: "x" })).toEqual([
      expect.stringMatching(/^id: "-x" cannot be the id of a process/u),
    ]);
  });
});

describe("an edit that changes nothing", () => {
  test("says so, with the value that stands there already and its place", async () => {
    const configuration = await load(
      xml(
        `<settings logLevel="info"/>\n<process id="a" command="x" restart="always"><environment name="DB_PASSWORD" value="p"/></process>`,
      ),
    );
    expect(await set(configuration, "a", { restart: "always" })).toMatchObject({
      changes: false,
      text: configuration.files[0]?.text,
      standing: [{ key: "restart", value: "always", at: { line: 2, column: 29 } }],
    });
    expect(
      await set(configuration, "a", { autorestart: "always", "environment.DB_PASSWORD": "p" }),
    ).toMatchObject({
      changes: false,
      standing: [
        { key: "restart", value: "always" },
        { key: "environment.DB_PASSWORD", value: "********", at: { line: 2 } },
      ],
    });
    expect(await set(configuration, null, { logLevel: "info" })).toMatchObject({
      changes: false,
      standing: [{ key: "logLevel", value: "info", at: { line: 1 } }],
    });
  });

  test("is another one than pinning an inherited value", async () => {
    const configuration = await load(
      xml(`<group id="g" restart="always"><process id="a" command="x"/></group>`),
    );
    const plan = await set(configuration, "a", { restart: "always" });
    expect(plan).toMatchObject({ changes: true, standing: [] });
    expect(plan.text).toContain('<process id="a" command="x" restart="always"/>');
  });
});

test("what a client can do about a refused edit follows from its category", async () => {
  const configuration = await load({
    files: { "pmd.toml": '[process.a]\ncommand = "x"\narg = ["1", "2"]\n' },
  });
  await expect(set(configuration, null, { logLevle: "info" })).rejects.toMatchObject({
    code: "ERR_DPM_CONFIG_NO_SUCH_KEY",
    category: "not-found",
  });
  await expect(set(configuration, "a", { nice: "high" })).rejects.toMatchObject({
    code: "ERR_DPM_CONFIG_EDIT_REFUSED",
    category: "configuration",
    hint: "Nothing was written.",
  });
  await expect(set(configuration, "a", { arg: "z" })).rejects.toMatchObject({
    code: "ERR_DPM_CONFIG_KEY_NOT_EDITABLE",
    category: "failed-precondition",
  });
  await expect(planDelete(configuration, "a")).rejects.toMatchObject({
    code: "ERR_DPM_CONFIG_FORMAT_NOT_EDITABLE",
    category: "failed-precondition",
  });
});
