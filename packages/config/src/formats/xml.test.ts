import { describe, expect, it } from "vitest";
import { parseSource } from "../source/parse-source.ts";
import type { SourceNode } from "../source/source-node.ts";
import { describeTree, nodesOf } from "../testing/describe-tree.ts";
import { problemsOf } from "../testing/problems-of.ts";

const read = (content: string): SourceNode =>
  parseSource({ path: "/etc/dpm/pmd.xml", content }).root;
const tree = (content: string): unknown =>
  describeTree(read(`<processManager>${content}</processManager>`));

describe("parseXml", () => {
  it("makes entries of attributes and of child elements alike", () => {
    expect(tree(`<process id="a" command='b'><arg>c</arg><arg>d</arg></process>`)).toEqual({
      map: [
        [
          "process",
          {
            map: [
              ["id", "a"],
              ["command", "b"],
              ["arg", "c"],
              ["arg", "d"],
            ],
          },
        ],
      ],
    });
  });

  it("makes a text of an element that holds only text, and an empty text of an empty one", () => {
    expect(tree("<a>x</a><b/><c></c><d> \n </d><e><!-- only a comment --></e>")).toEqual({
      map: [
        ["a", "x"],
        ["b", ""],
        ["c", ""],
        ["d", ""],
        ["e", ""],
      ],
    });
  });

  it("names the text beside attributes or child elements #text", () => {
    expect(tree(`<a b="1"> x </a>`)).toEqual({
      map: [
        [
          "a",
          {
            map: [
              ["b", "1"],
              ["#text", "x"],
            ],
          },
        ],
      ],
    });
    expect(tree(`<a>x<b/>y</a>`)).toEqual({
      map: [
        [
          "a",
          {
            map: [
              ["#text", "x"],
              ["b", ""],
              ["#text", "y"],
            ],
          },
        ],
      ],
    });
    expect(tree("stray")).toEqual({ map: [["#text", "stray"]] });
  });

  it("takes white space around a text for layout unless it is CDATA or a reference", () => {
    expect(tree("<a>\n  x  y\r\n</a>")).toEqual({ map: [["a", "x  y"]] });
    expect(tree("<a> <![CDATA[ x ]]> </a>")).toEqual({ map: [["a", " x "]] });
    expect(tree("<a> &#32;x&#10; </a>")).toEqual({ map: [["a", " x\n"]] });
    expect(tree("<a> <!-- c --> x <!-- d --> y <!-- e --> </a>")).toEqual({ map: [["a", "x  y"]] });
  });

  it("reads the five entities and character references, and no more", () => {
    expect(tree(`<a b="&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;"/>`)).toEqual({
      map: [["a", { map: [["b", `<>&"'A😀`]] }]],
    });
    expect(tree("<a><![CDATA[<&]]>&lt;]]&gt;</a>")).toEqual({ map: [["a", "<&<]]>"]] });
  });

  it("knows the place of every key and value", () => {
    const content = [
      "<!-- 😀 --><processManager>",
      `  <process id = 'a'`,
      `    command="b">`,
      "    <arg> x </arg><arg><![CDATA[y]]></arg><empty />",
      "  </process>",
      "</processManager>",
    ].join("\r\n");
    const { text, root } = parseSource({ path: "/etc/dpm/pmd.xml", content });
    const places = nodesOf(root).flatMap((node) =>
      node.kind !== "map"
        ? []
        : node.entries.map(({ keyAt, keyRange, value }) => [
            `${keyAt.line}:${keyAt.column} ${text.slice(keyRange.start, keyRange.end)}`,
            `${value.at.line}:${value.at.column} ${text.slice(value.range.start, value.range.end)}`,
          ]),
    );
    const process = content.slice(
      content.indexOf("<process "),
      content.indexOf("\r\n</processManager>"),
    );
    expect(places).toEqual([
      ["2:4 process", `2:3 ${process}`],
      ["2:12 id", "2:17 'a'"],
      ["3:5 command", '3:13 "b"'],
      ["4:6 arg", "4:11 x"],
      ["4:20 arg", "4:24 <![CDATA[y]]>"],
      ["4:44 empty", "4:43 <empty />"],
    ]);
    expect(root.at).toEqual({ file: "/etc/dpm/pmd.xml", line: 1, column: 11 });
  });

  it.each([
    ["", "1:1: the file has no <processManager>"],
    ["hello", "1:5: not well-formed XML: text data outside of root node"],
    ["<config/>", "1:2: the root element is <config>, it must be <processManager>"],
    [
      "<processManager/><processManager/>",
      "1:33: not well-formed XML: documents may contain only one root",
    ],
    [
      "<processManager>\n<a>\n</processManager>",
      "2:1: <a> is not closed before </processManager> of line 3 (end it with /> or </a>)",
    ],
    [
      "<processManager>\n <a b='c'\n</processManager>",
      "2:2: the tag of <a> is never closed (end it with /> or >)",
    ],
    [
      "<processManager>\n</procesManager>",
      "2:1: </procesManager> closes an element that is not open here (<processManager> is the one that is open)",
    ],
    [
      '<processManager>\n <a b="1" c=\'2/>\n</processManager>',
      "2:13: a quote opened here is never",
    ],
    ["<processManager>\n <a b='1/><c d='2'/>", "2:7: a quote opened here is never closed"],
    ["<processManager>\n <a b='1 c='2'/>", "2:7: a quote opened here is never closed"],
    [
      "<processManager>\n <a b='1'c='2'/>",
      "2:10: not well-formed XML: no whitespace between attrib",
    ],
    ["<processManager>\n <a b='1/>\n", "2:7: a quote opened here is never closed"],
    ["<processManager>it's <a>", "1:22: <a> is never closed"],
    ["<processManager>\n <a>", "2:2: <a> is never closed"],
    ["<processManager a='", "1:19: a quote opened here is never closed"],
    ["<processManager a", "1:17: not well-formed XML: unexpected end"],
    ["<processManager>\n<a b='1' c='2' b='3'/>", "2:16: the attribute b stands twice in <a>"],
    ["<processManager a=1/>", "1:19: not well-formed XML: unquoted attribute value"],
    ["<processManager a='<'/>", "1:20: a bare < is not allowed (write it as &lt;)"],
    ["<processManager>\u0001</processManager>", "1:17: not well-formed XML: disallowed character"],
    ["<processManager a='b && c'/>", "1:22: a bare & is not allowed (write it as &amp;)"],
    ["<processManager a='b && c' d='&amp;'/>", "1:22: a bare & is not allowed (write it as &amp;)"],
    ["<processManager><!-- a & b --><a>", "1:31: <a> is never closed"],
    [
      "<!-- c --><?xml version='1.0'?><processManager/>",
      "an XML declaration must be at the start of the document",
    ],
    [
      "<?xml version='1.0' encoding='ISO-8859-1'?><processManager/>",
      "the encoding ISO-8859-1 is not supported",
    ],
  ])("refuses %j", (content, problem) => {
    expect(problemsOf("pmd.xml", content)).toContain(problem);
  });

  it.each(["&foo;", "&toString;", "&constructor;", "&#0;", "&#x110000;"])(
    "does not know the entity %s",
    (entity) => {
      expect(problemsOf("pmd.xml", `<processManager>${entity}</processManager>`)).toContain(
        `1:17: ${entity} is not known`,
      );
    },
  );

  it.each([
    ["<!DOCTYPE processManager><processManager/>", "1:1"],
    [`<!DOCTYPE p [<!ENTITY a "b">]><processManager>&a;</processManager>`, "1:1"],
    [`<!DOCTYPE p SYSTEM "file:///etc/passwd"><processManager/>`, "1:1"],
    ["\n<!-- <!DOCTYPE x> -->\n<!DOCTYPE p><processManager/>", "3:1"],
    ["<processManager/><!DOCTYPE p>", "1:18"],
  ])("refuses the DOCTYPE of %j", (content, place) => {
    expect(problemsOf("pmd.xml", content)).toBe(
      `pmd.xml:${place}: a DOCTYPE is refused (remove it)`,
    );
  });

  it("lets a comment speak of a DOCTYPE", () => {
    expect(problemsOf("pmd.xml", "<processManager><!-- <!DOCTYPE x> --></processManager>")).toBe(
      "accepted",
    );
  });

  it.each(["__proto__", "constructor", "prototype"])(
    "refuses %s as an attribute and as an element",
    (key) => {
      expect(problemsOf("pmd.xml", `<processManager ${key}="1"/>`)).toContain(
        `1:17: the key ${key} is refused`,
      );
      expect(problemsOf("pmd.xml", `<processManager><${key}/></processManager>`)).toContain(
        `1:18: the key ${key} is refused`,
      );
      expect(problemsOf("pmd.xml", `<processManager><a b="${key}"/></processManager>`)).toBe(
        "accepted",
      );
    },
  );
});
