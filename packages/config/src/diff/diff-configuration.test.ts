import { describe, expect, test } from "vitest";
import { load, type Scene, xml } from "../../test/support/configuration-files.ts";
import type { ConfigurationDiff } from "./configuration-diff.ts";
import { diffConfiguration, isEmptyDiff } from "./diff-configuration.ts";

async function diff(before: Scene | string, after: Scene | string): Promise<ConfigurationDiff> {
  return diffConfiguration(await load(before), await load(after));
}

const p = (id: string, attributes = ""): string =>
  `<process id="${id}" command="x" ${attributes}/>`;

describe("the difference of two configurations", () => {
  test("is empty when only the writing differs", async () => {
    const difference = await diff(
      xml(`<group id="g" nice="1">${p("a", 'exitCodes="0" restart="true"')}</group>`),
      xml(`<!-- moved -->${p("a", 'group="g" autorestart="always"')}<defaults nice="1"/>`),
    );
    expect(difference).toEqual({ added: [], changed: [], removed: [], settings: [] });
    expect(isEmptyDiff(difference)).toBe(true);
  });

  test("names what was added, changed and removed, and only that", async () => {
    const difference = await diff(
      xml(p("a") + p("b") + p("c")),
      xml(p("a") + p("b", 'nice="1" stopTimeout="1s"') + p("d")),
    );
    expect(difference).toEqual({
      added: ["d"],
      changed: [{ id: "b", keys: ["nice", "stopTimeout"], restart: true }],
      removed: ["c"],
      settings: [],
    });
    expect(isEmptyDiff(difference)).toBe(false);
  });

  test.each([
    ['arg="y"', "arg", true],
    ['passEnvironment="LANG"', "passEnvironment", true],
    ['restart="always"', "restart", false],
    ['priority="1"', "priority", false],
    ['numProcs="1" description="x"', "description", false],
  ])("with %s changes %s, which replaces the instance: %s", async (attributes, key, restart) => {
    expect((await diff(xml(p("a")), xml(p("a", attributes)))).changed).toEqual([
      { id: "a", keys: [key], restart },
    ]);
  });

  test("by another number of instances adds and removes some, and leaves those that stay alone", async () => {
    const [two, three] = [xml(p("w", 'numProcs="2"')), xml(p("w", 'numProcs="3"'))];
    expect(await diff(two, three)).toEqual({
      added: ["w-2"],
      removed: [],
      changed: [],
      settings: [],
    });
    expect(await diff(three, two)).toEqual({
      added: [],
      removed: ["w-2"],
      changed: [],
      settings: [],
    });
    expect(await diff(xml(p("w")), two)).toMatchObject({ added: ["w-0", "w-1"], removed: ["w"] });
  });

  test("sees other lines in a file of variables, and another group", async () => {
    const scene = (line: string): Scene => ({
      files: {
        "pmd.xml": xml(`<process id="a" command="x" envFile="a.env" directory="/"/>`),
        "a.env": line,
      },
    });
    const { changed } = await diff(scene("A=1"), scene("A=2"));
    expect(changed).toMatchObject([{ id: "a", restart: true }]);
    expect(changed[0]?.keys).toContain("envFile");
    expect((await diff(xml(p("a")), xml(p("a", 'group="g"')))).changed).toEqual([
      { id: "a", keys: ["group"], restart: false },
    ]);
  });

  test("of the settings says which need a new start of the daemon", async () => {
    const { settings } = await diff(
      xml(`<settings logLevel="info"/>`),
      xml(`<settings logLevel="debug"><listen>127.0.0.1:1</listen></settings>`),
    );
    expect(settings).toEqual([
      { name: "listen", needsRestart: true },
      { name: "logLevel", needsRestart: false },
    ]);
  });
});
