import { describe, expect, test } from "vitest";
import {
  load,
  loadProcess,
  processOf,
  refusalOf,
  xml,
} from "../../test/support/configuration-files.ts";

const p = (id: string, attributes = ""): string =>
  `<process id="${id}" command="x" ${attributes}/>`;

describe("dependencies", () => {
  test("name processes and groups, and an id before numProcs means all instances", async () => {
    const { dependencies, values } = await loadProcess(
      xml(`${p("a", 'requires="db w" wants="g, c" after="w-1" partOf="g"')}${p("db")}${p("c")}${p("w", 'numProcs="2"')}
           <group id="g">${p("m")}</group>`),
    );
    expect(dependencies).toEqual({
      requires: ["db", "w-0", "w-1"],
      wants: ["g", "c"],
      after: ["w-1"],
      before: [],
      partOf: ["g"],
    });
    expect(values.requires).toEqual(["db", "w"]);
  });

  test("on a name that does not exist are refused with the nearest one", async () => {
    expect(await refusalOf(xml(p("a", 'requires="databse"') + p("database")))).toEqual([
      "pmd.xml:1:45: a requires databse, and neither a process nor a group is called so (did you mean database?)",
    ]);
  });

  test("on a name that is both a process and a group are refused, which may otherwise have the same name", async () => {
    const both = `<group id="web">${p("web")}</group>`;
    expect((await load(xml(both))).processes).toHaveLength(1);
    expect(await refusalOf(xml(both + p("a", 'after="web"')))).toEqual([
      expect.stringContaining("a after web, and both a process and a group are called so"),
    ]);
  });
});

describe("a cycle", () => {
  test("is refused, showing every step with its place", async () => {
    expect(
      await refusalOf(
        xml(
          `\n${p("a", 'requires="b"')}\n${p("b", 'after="c"')}\n${p("c", 'before="x" wants="a"')}\n${p("x")}`,
        ),
      ),
    ).toEqual([
      "pmd.xml:2:29: the order of starts has a cycle: a requires b (pmd.xml:2:29), b after c (pmd.xml:3:29), c wants a (pmd.xml:4:40)",
    ]);
  });

  test.each([
    ["of a process with itself", p("a", 'requires="a"')],
    ["through before", p("a", 'before="b"') + p("b", 'before="a"')],
    ["of before against after", p("a", 'before="b"') + p("b") + p("c", 'after="b" before="a"')],
    [
      "through a group",
      `<group id="g">${p("a")}${p("b", 'after="c"')}</group>${p("c", 'requires="g"')}`,
    ],
    [
      "between two groups",
      `<group id="g" after="h">${p("a")}</group><group id="h" after="g">${p("b")}</group>`,
    ],
    [
      "of a group before another that is before it",
      `<group id="g" before="h">${p("a")}</group><group id="h" before="g">${p("b")}</group>`,
    ],
    [
      "of all members of a group with each other",
      `<group id="g" after="g">${p("a")}${p("b")}</group>`,
    ],
    ["of instances of one process", p("a", 'numProcs="2" after="a"')],
  ])("%s is refused", async (_, content) => {
    expect((await refusalOf(xml(content))).join("\n")).toContain(
      "the order of starts has a cycle: ",
    );
  });

  test.each([
    ["a diamond", p("a", 'after="b c"') + p("b", 'after="d"') + p("c", 'after="d"') + p("d")],
    ["one member after its own group", `<group id="g">${p("a", 'after="g"')}${p("b")}</group>`],
    [
      "a process after a group and before another",
      `<group id="g">${p("a")}</group><group id="h">${p("b")}</group>${p("c", 'after="g" before="h"')}`,
    ],
    ["partOf in both directions", p("a", 'partOf="b"') + p("b", 'partOf="a"')],
  ])("is not found in %s", async (_, content) => {
    expect(await refusalOf(xml(content))).toEqual([]);
  });

  test("is looked for in bounded time and depth", async () => {
    const count = 5000;
    const chain = Array.from({ length: count }, (_, n) =>
      p(`a${String(n)}`, n === 0 ? "" : `after="a${String(n - 1)}"`),
    );
    const groups = `<group id="g" after="h">${chain.join("")}</group><group id="h">${Array.from({ length: count }, (_, n) => p(`b${String(n)}`)).join("")}</group>`;
    const configuration = await load(xml(groups));
    expect(processOf(configuration, "a0").dependencies.after).toEqual(["h"]);
  });
});

describe("hooks", () => {
  test.each([
    ['start="nobody"', "the hook starts nobody, which is not defined"],
    ['start="aa"', "(did you mean a?)"],
    ['stopGroup="none"', "the hook stops the group none, which is not defined"],
    ['mail="ops@example.org"', "the hook sends mail, and the setting mailServer is missing"],
  ])("with %s are refused: %s", async (action, problem) => {
    const content = `<process id="a" command="x"><hook event="on_exit" ${action}/></process>`;
    expect((await refusalOf(xml(content))).join("\n")).toContain(problem);
  });

  test("may start a process, stop a group and send mail", async () => {
    const { values } = await loadProcess(
      xml(`<settings mailServer="mail.example.org:25"/><group id="g">${p("b")}</group>
        <process id="a" command="x">
          <hook event="on_failure" start="b"/><hook event="on_exit" stopGroup="g"/><hook event="on_stop" mail="ops@example.org"/>
        </process>`),
    );
    expect(values.hook.map(({ action }) => action)).toEqual([
      { kind: "start", id: "b" },
      { kind: "stop-group", group: "g" },
      { kind: "mail", to: "ops@example.org" },
    ]);
  });
});
