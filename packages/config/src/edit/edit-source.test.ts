import { describe, expect, it } from "vitest";
import { parseSource } from "../source/parse-source.ts";
import type { SourceFile, SourceMap, SourceScalar } from "../source/source-node.ts";
import { nodesOf } from "../testing/describe-tree.ts";
import {
  insertEntry,
  insertMap,
  insertProcess,
  removeProcess,
  replaceScalar,
} from "./edit-source.ts";

function fileOf(name: string, content: string): SourceFile {
  return parseSource({ path: `/etc/dpm/${name}`, content });
}

/** The first scalar that a condition fits. */
function scalarWith(file: SourceFile, fits: (scalar: SourceScalar) => boolean): SourceScalar {
  const scalars = nodesOf(file.root).filter((node) => node.kind === "scalar");
  return present(scalars.find(fits));
}

/** The first scalar with a text. */
function scalarOf(file: SourceFile, text: string): SourceScalar {
  return scalarWith(file, (scalar) => scalar.text === text);
}

/** The map that holds the process with an id. */
function processOf(file: SourceFile, id: string): SourceMap {
  const maps = nodesOf(file.root).filter((node) => node.kind === "map");
  return present(
    maps.find(({ entries }) =>
      entries.some(
        ({ key, value }) => key === "id" && value.kind === "scalar" && value.text === id,
      ),
    ),
  );
}

function present<Node>(node: Node | undefined): Node {
  if (node === undefined) {
    throw new Error("the test's file has no such node");
  }
  return node;
}

const inXml = (content: string): string => `<processManager>${content}</processManager>`;

describe("replaceScalar", () => {
  it.each([
    [`<a b="old"/>`, `say "hi" & 'bye' <x>`, `<a b="say &quot;hi&quot; &amp; 'bye' &lt;x>"/>`],
    [`<a b='old'/>`, `say "hi" & 'bye'`, `<a b='say "hi" &amp; &apos;bye&apos;'/>`],
    [`<a b = "old" />`, "1\n2\t3", `<a b = "1&#10;2&#9;3" />`],
    [`<a> old </a>`, "x ]]> < &", `<a> x ]]&gt; &lt; &amp; </a>`],
    [`<a>old</a>`, " x\n", `<a>&#32;x&#10;</a>`],
    [`<a>old</a>`, `"x"`, `<a>"x"</a>`],
    [`<a><!-- why -->old</a>`, "new", `<a><!-- why -->new</a>`],
    [`<a>o<!-- why -->ld</a>`, "new", `<a>new<!-- why --></a>`],
    [`<a>o<![CDATA[<!-- no comment -->ld]]></a>`, "new", `<a>new</a>`],
    [`<a><![CDATA[old]]></a>`, "a < b", `<a><![CDATA[a < b]]></a>`],
    [`<a><![CDATA[old]]></a>`, "x]]>y", `<a><![CDATA[x]]]]><![CDATA[>y]]></a>`],
    [`<a><![CDATA[old]]></a>`, "x\ry", `<a>x&#13;y</a>`],
    [`<a b="1">old</a>`, "new", `<a b="1">new</a>`],
  ])("turns the old text of %j into %j", (before, text, after) => {
    const file = fileOf("pmd.xml", inXml(before));
    const scalar = scalarWith(file, ({ text: old }) => old.includes("old") || old.endsWith("ld"));
    expect(replaceScalar(file, scalar, text)).toBe(inXml(after));
  });

  it.each(["<a/>", "<a />", "<a></a>"])("fills the empty element %s", (element) => {
    const file = fileOf("pmd.xml", inXml(element));
    expect(replaceScalar(file, scalarOf(file, ""), "x")).toBe(inXml("<a>x</a>"));
  });

  it.each([
    ["a: old # why", "new", "a: new # why"],
    ["a: old # why", "x # y", 'a: "x # y" # why'],
    ["a: old", "b: c", 'a: "b: c"'],
    ["a: old", "*x", 'a: "*x"'],
    ["a: old", "", 'a: ""'],
    ["a: old", "null", 'a: "null"'],
    ["a: old", "~", 'a: "~"'],
    ["a: old", "true", "a: true"],
    ["a: old", "- x", 'a: "- x"'],
    ["a: old", "1\n2", 'a: "1\\n2"'],
    ["a: old", "\u0085\u007F", 'a: "\\u0085\\u007f"'],
    ["a: old", "x, [y]", "a: x, [y]"],
    ["a: 'old' # why", "it's", "a: 'it''s' # why"],
    ['a: "old"', 'say "hi"', 'a: "say \\"hi\\""'],
    ["a: [old, b]", "x, y", 'a: ["x, y", b]'],
    ["a: {b: old}", "x}", 'a: {b: "x}"}'],
    ["a: | # why\n  old\nb: 1", "new", "a: new # why\nb: 1"],
    ["a: >-\n  o\n  ld\n\n# c\nb: 1", "new", "a: new\n\n# c\nb: 1"],
    ["a: old\n  lines\nb: 1", "new", "a: new\nb: 1"],
    ["- a".replace("- a", "a: old\r\nb: 1\r\n"), "new", "a: new\r\nb: 1\r\n"],
  ])("turns the first value of the YAML %j into %j", (before, text, after) => {
    const file = fileOf("pmd.yaml", before);
    const scalar = scalarWith(file, () => true);
    expect(replaceScalar(file, scalar, text)).toBe(after);
  });

  it.each([
    ["a:", "a: x"],
    ["a: # why", "a: x # why"],
    ["a:\nb: 1", "a: x\nb: 1"],
    ["a: ~", "a: x"],
    ["a: null # why", "a: x # why"],
    ["{a: , b: 1}", "{a: x, b: 1}"],
  ])("gives the empty value of the YAML %j a text", (before, after) => {
    const file = fileOf("pmd.yaml", before);
    expect(replaceScalar(file, scalarOf(file, ""), "x")).toBe(after);
  });

  it.each([
    ['a = "old" # why', 'x "y"', 'a = "x \\"y\\"" # why'],
    ["a = 'old'", "x\\y", "a = 'x\\y'"],
    ["a = 'old'", "it's", 'a = "it\'s"'],
    ["a = 5", "6", "a = 6"],
    ["a = true # why", "false", "a = false # why"],
    ["a = 5", "10s", 'a = "10s"'],
    ['a = "5"', "6", 'a = "6"'],
    ['a = """\nold"""', "1\n2", 'a = "1\\n2"'],
  ])("turns the value of the TOML %j into %j", (before, text, after) => {
    const file = fileOf("pmd.toml", before);
    const scalar = scalarWith(file, () => true);
    expect(replaceScalar(file, scalar, text)).toBe(after);
  });

  it.each([
    ['{ "a" : "old" }', 'x "y"\n', '{ "a" : "x \\"y\\"\\n" }'],
    ['{"a": true}', "false", '{"a": false}'],
    ['{"a": 5}', "10s", '{"a": "10s"}'],
    ['{"a": "5"}', "6", '{"a": "6"}'],
    ['{"a": null}', "null", '{"a": "null"}'],
  ])("turns the value of the JSON %j into %j", (before, text, after) => {
    const file = fileOf("pmd.json", before);
    const scalar = scalarWith(file, () => true);
    expect(replaceScalar(file, scalar, text)).toBe(after);
  });

  it("gives the text unchanged when the value is the same already", () => {
    const file = fileOf("pmd.yaml", "a: 'x'\n");
    expect(replaceScalar(file, scalarOf(file, "x"), "x")).toBe("a: 'x'\n");
  });

  it.each([
    ["pmd.xml", inXml("<a>old</a>"), "\u0001", "ERR_DPM_CONFIG_VALUE_NOT_WRITABLE"],
    ["pmd.xml", inXml("<a>old</a>"), "\uD800", "ERR_DPM_CONFIG_NOT_EDITABLE"],
    ["pmd.yaml", "a: old", "\0", "ERR_DPM_CONFIG_VALUE_NOT_WRITABLE"],
    ["pmd.json", '{"a": "old"}', "\0", "ERR_DPM_CONFIG_VALUE_NOT_WRITABLE"],
  ])("refuses to write into %s what it cannot hold", (...row) => {
    const [name, content, text, code] = row;
    const file = fileOf(name, content);
    expect(() => replaceScalar(file, scalarOf(file, "old"), text)).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringMatching(
          /^\/etc\/dpm\/pmd\.\w+ was left as it is: .*(written|U\+000)/,
        ),
      }),
    );
  });

  it("refuses a scalar of another file", () => {
    const file = fileOf("pmd.yaml", "a: x");
    const other = fileOf("other.yaml", "a: x");
    expect(() => replaceScalar(file, scalarOf(other, "x"), "y")).toThrow(
      expect.objectContaining({
        code: "ERR_DPM_CONFIG_NOT_EDITABLE",
        message: expect.stringContaining("not in this file"),
      }),
    );
  });
});

describe("insertEntry", () => {
  it.each([
    [`<process id="a"/>`, `<process id="a" nice="5"/>`],
    [`<process id='a' />`, `<process id='a' nice='5' />`],
    [`<process id="a"><arg>x</arg></process>`, `<process id="a" nice="5"><arg>x</arg></process>`],
    [`<process\n  id="a"\n  command="x"\n/>`, `<process\n  id="a"\n  command="x"\n  nice="5"\n/>`],
    [
      `<process\r\n  id="a"\r\n  command="x"\r\n/>`,
      `<process\r\n  id="a"\r\n  command="x"\r\n  nice="5"\r\n/>`,
    ],
    [`<process ><id>a</id></process>`, `<process nice="5" ><id>a</id></process>`],
  ])("adds an attribute to %j", (before, after) => {
    const file = fileOf("pmd.xml", inXml(`<!-- c -->${before}`));
    expect(insertEntry(file, processOf(file, "a"), { key: "nice", text: "5" })).toBe(
      inXml(`<!-- c -->${after}`),
    );
  });

  it.each([
    ["<settings/>", `<settings logLevel="debug"/>`],
    ["<settings></settings>", `<settings logLevel="debug"></settings>`],
    ["<settings><!-- none --></settings>", `<settings logLevel="debug"><!-- none --></settings>`],
  ])("adds an attribute to the empty element %j", (before, after) => {
    const file = fileOf("pmd.xml", inXml(before));
    expect(insertEntry(file, scalarOf(file, ""), { key: "logLevel", text: "debug" })).toBe(
      inXml(after),
    );
  });

  it.each([
    [
      "process:\n  - id: a # A\n    # more of a\n  - id: b\n",
      "process:\n  - id: a # A\n    nice: 5\n    # more of a\n  - id: b\n",
    ],
    [
      "process:\n  - id: a\n    arg:\n      - x\n      # an item\n",
      "process:\n  - id: a\n    arg:\n      - x\n      # an item\n    nice: 5\n",
    ],
    [
      "process:\n  - id: a\n    text: |\n      x\n\nz: 1\n",
      "process:\n  - id: a\n    text: |\n      x\n    nice: 5\n\nz: 1\n",
    ],
    ["process: [{id: a}, {id: b}]", "process: [{id: a, nice: 5}, {id: b}]"],
    ["process:\n- id: a", "process:\n- id: a\n  nice: 5"],
    ["process:\r\n- id: a\r\n- id: b\r\n", "process:\r\n- id: a\r\n  nice: 5\r\n- id: b\r\n"],
  ])("adds a line or a part to the YAML %j", (before, after) => {
    const file = fileOf("pmd.yaml", before);
    expect(insertEntry(file, processOf(file, "a"), { key: "nice", text: "5" })).toBe(after);
  });

  it("adds the first key under a YAML key without a value", () => {
    const file = fileOf("pmd.yaml", "settings: # none\nprocess: []\n");
    expect(insertEntry(file, scalarOf(file, ""), { key: "logLevel", text: "debug" })).toBe(
      "settings: # none\n  logLevel: debug\nprocess: []\n",
    );
  });

  it.each([
    [
      "[[process]] # a\nid = 'a'\n[process.limits]\nx = 1\n",
      "[[process]] # a\nnice = 5\nid = 'a'\n[process.limits]\nx = 1\n",
    ],
    ["process = [{id = 'a'}]\n", "process = [{id = 'a', nice = 5}]\n"],
    ["id = 'a'\n[settings]\n", "nice = 5\nid = 'a'\n[settings]\n"],
  ])("adds a line or a part to the TOML %j", (before, after) => {
    const file = fileOf("pmd.toml", before);
    expect(insertEntry(file, processOf(file, "a"), { key: "nice", text: "5" })).toBe(after);
  });

  it("refuses a TOML table that only dotted keys made", () => {
    const file = fileOf("pmd.toml", "a.id = 'a'\n");
    expect(() => insertEntry(file, processOf(file, "a"), { key: "nice", text: "5" })).toThrow(
      expect.objectContaining({ code: "ERR_DPM_CONFIG_FORMAT_NOT_EDITABLE" }),
    );
  });

  it.each([
    ['{"process": [{"id": "a"}]}', '{"process": [{"id": "a", "nice": 5}]}'],
    ['{\n  "id": "a",\n  "x": 1\n}\n', '{\n  "id": "a",\n  "x": 1,\n  "nice": 5\n}\n'],
  ])("adds a part to the JSON %j", (before, after) => {
    const file = fileOf("pmd.json", before);
    expect(insertEntry(file, processOf(file, "a"), { key: "nice", text: "5" })).toBe(after);
  });

  it("refuses a key that the map has already", () => {
    const file = fileOf("pmd.xml", inXml(`<process id="a"/>`));
    expect(() => insertEntry(file, processOf(file, "a"), { key: "id", text: "b" })).toThrow(
      expect.objectContaining({
        code: "ERR_DPM_CONFIG_NOT_EDITABLE",
        message: expect.stringContaining("stands twice"),
      }),
    );
  });
});

describe("insertMap", () => {
  it.each([
    [
      "pmd.xml",
      `<processManager>\n\t<a/>\n</processManager>`,
      `<processManager>\n\t<a/>\n\t<settings logLevel="debug"/>\n</processManager>`,
    ],
    ["pmd.yaml", "# c\n", "# c\nsettings:\n  logLevel: debug\n"],
    ["pmd.toml", "a = 1\n", 'a = 1\n\n[settings]\nlogLevel = "debug"\n'],
    ["pmd.json", "{}", '{"settings": {"logLevel": "debug"}}'],
  ])("adds a map to %s", (name, before, after) => {
    const file = fileOf(name, before);
    expect(
      insertMap(file, file.root, {
        key: "settings",
        assignments: [{ key: "logLevel", text: "debug" }],
      }),
    ).toBe(after);
  });
});

describe("insertProcess", () => {
  it.each([
    [
      "pmd.xml",
      "<processManager>\n  <!-- c -->\n  <process id='a'/>\n</processManager>\n",
      `<processManager>\n  <!-- c -->\n  <process id='a'/>\n  <process id="new" command="x y"/>\n</processManager>\n`,
    ],
    [
      "pmd.xml",
      "<processManager/>",
      `<processManager>\n  <process id="new" command="x y"/>\n</processManager>`,
    ],
    [
      "pmd.xml",
      "<processManager><a/></processManager>",
      `<processManager><a/><process id="new" command="x y"/></processManager>`,
    ],
    [
      "pmd.yaml",
      "process: # all\n  - id: a\n    # of a\n# end\n",
      "process: # all\n  - id: a\n    # of a\n  - id: new\n    command: x y\n# end\n",
    ],
    [
      "pmd.yaml",
      "process:\n  a: {command: z}\n",
      "process:\n  a: {command: z}\n  new:\n    command: x y\n",
    ],
    ["pmd.yaml", "process: []\n", "process: [{id: new, command: x y}]\n"],
    ["pmd.yaml", "a: 1", "a: 1\nprocess:\n  - id: new\n    command: x y"],
    [
      "pmd.toml",
      "[[process]]\nid = 'a'\n",
      `[[process]]\nid = 'a'\n\n[[process]]\nid = "new"\ncommand = "x y"\n`,
    ],
    ["pmd.toml", "", `[[process]]\nid = "new"\ncommand = "x y"\n`],
    ["pmd.json", '{"process": []}', '{"process": [{"id": "new", "command": "x y"}]}'],
  ])("adds a process to %s: %j", (name, before, after) => {
    const file = fileOf(name, before);
    expect(insertProcess(file, "new", [{ key: "command", text: "x y" }])).toBe(after);
  });
});

describe("removeProcess", () => {
  it.each([
    [
      "pmd.xml",
      `<processManager>\n  <!-- of a -->\n  <process id="a"/>\n  <!-- of b -->\n</processManager>`,
      `<processManager>\n  <!-- of a -->\n  <!-- of b -->\n</processManager>`,
    ],
    [
      "pmd.xml",
      `<processManager><process id="a"><arg>x</arg></process><process id="b"/></processManager>`,
      `<processManager><process id="b"/></processManager>`,
    ],
    [
      "pmd.yaml",
      "process:\n  - id: a # a\n    arg: [x]\n  # of b\n  - id: b\n",
      "process:\n  # of b\n  - id: b\n",
    ],
    ["pmd.yaml", "process:\n  - id: b\n  - id: a\n# end\n", "process:\n  - id: b\n# end\n"],
    ["pmd.yaml", "process: # all\n  - id: a\nx: 1\n", "process: [] # all\nx: 1\n"],
    ["pmd.yaml", "process: [{id: b}, {id: a}, {id: c}]", "process: [{id: b}, {id: c}]"],
    ["pmd.yaml", "process: [{id: b}, {id: a}]", "process: [{id: b}]"],
    ["pmd.yaml", "process: [{id: a}]", "process: []"],
    ["pmd.json", '{"process": [{"id": "a"}, {"id": "b"}]}', '{"process": [{"id": "b"}]}'],
  ])("takes a process out of %s: %j", (name, before, after) => {
    const file = fileOf(name, before);
    expect(removeProcess(file, processOf(file, "a"))).toBe(after);
  });

  it("takes a process out of a YAML map by id", () => {
    const file = fileOf("pmd.yaml", "process:\n  a:\n    command: x # c\n  # of b\n  b: {}\n");
    const first = present(nodesOf(file.root)[2]);
    expect(removeProcess(file, first)).toBe("process:\n  # of b\n  b: {}\n");
  });

  it("says that it cannot take one out of TOML", () => {
    const file = fileOf("pmd.toml", "[[process]]\nid = 'a'\n");
    expect(() => removeProcess(file, processOf(file, "a"))).toThrow(
      expect.objectContaining({
        code: "ERR_DPM_CONFIG_FORMAT_NOT_EDITABLE",
        hint: "Edit the file by hand, then run pmc config reload.",
      }),
    );
  });

  it("refuses the root and a node of another file", () => {
    const file = fileOf("pmd.yaml", "a: x");
    expect(() => removeProcess(file, file.root)).toThrow(
      expect.objectContaining({ code: "ERR_DPM_CONFIG_NOT_EDITABLE" }),
    );
  });
});
