import { describe, expect, it } from "vitest";
import { problemsOf } from "../testing/problems-of.ts";

const mebibytes16 = 16 * 1024 * 1024;

/** A file of nearly the largest size: a head, then the unit again and again, then a tail. */
function filled(unit: string, head = "", tail = ""): string {
  return (
    head + unit.repeat(Math.floor((mebibytes16 - head.length - tail.length) / unit.length)) + tail
  );
}

function counted(toText: (index: number) => string, count: number): string {
  return Array.from({ length: count }, (_, index) => toText(index)).join("");
}

const laughs = counted((index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`, 100);

// Each was measured at far less than the limit; the limit leaves room for a busy machine.
const limitMs = 20_000;

describe("a hostile file is refused soon", { timeout: 3 * limitMs }, () => {
  it.each<[string, string, () => string, string]>([
    [
      "a million nested elements",
      "a.xml",
      () => `<processManager>${"<a>".repeat(1e6)}`,
      "nested deeper than 64 levels",
    ],
    [
      "a million attributes",
      "a.xml",
      () => `<processManager ${counted((index) => `a${index}='' `, 1e6)}/>`,
      "more than 256 attributes",
    ],
    [
      "millions of elements",
      "a.xml",
      () => filled("<a/>", "<processManager>", "</processManager>"),
      "more than 400000 values",
    ],
    [
      "many elements of many attributes",
      "a.xml",
      () =>
        filled(
          `<a ${counted((index) => `a${index}='' `, 250)}/>`,
          "<processManager>",
          "</processManager>",
        ),
      "more than 400000 values",
    ],
    [
      "a billion laughs",
      "a.xml",
      () => `<!DOCTYPE l [<!ENTITY l0 "lol">${laughs}]><processManager>&l100;</processManager>`,
      "a DOCTYPE is refused",
    ],
    [
      "a DOCTYPE without end",
      "a.xml",
      () => filled("<", "<!DOCTYPE "),
      "the file has no <processManager>",
    ],
    [
      "a hundred thousand bare ampersands",
      "a.xml",
      () => filled("&", "<processManager>"),
      "a bare & is not allowed",
    ],
    [
      "a billion laughs by alias",
      "a.yaml",
      () =>
        `a0: &a0 [x]\n${counted((index) => `a${index + 1}: &a${index + 1} [*a${index},*a${index}]\n`, 100)}`,
      "an anchor is refused",
    ],
    ["nested flow lists", "a.yaml", () => filled("["), "nested deeper than 64 levels"],
    ["nested block lists", "a.yaml", () => filled("- "), "nested deeper than 64 levels"],
    [
      "nested block maps",
      "a.yaml",
      () => counted((index) => `${" ".repeat(index)}a:\n`, 3000),
      "nested deeper than 64 levels",
    ],
    ["nested explicit keys", "a.yaml", () => filled("? "), "nested deeper than 64 levels"],
    [
      "millions of keys",
      "a.yaml",
      () => counted((index) => `k${index}: 1\n`, 1_200_000),
      "words and lines in one file",
    ],
    ["millions of blank lines", "a.yaml", () => filled("\n"), "words and lines in one file"],
    [
      "millions of documents",
      "a.yaml",
      () => filled("---\n"),
      "a second document in one file is refused",
    ],
    ["nested lists", "a.toml", () => filled("[", "a = "), "nested deeper than 64 levels"],
    ["nested inline tables", "a.toml", () => filled("{a="), "nested deeper than 64 levels"],
    ["a key of millions of parts", "a.toml", () => filled("a."), "nested deeper than 64 levels"],
    [
      "millions of tables",
      "a.toml",
      () => counted((index) => `[t${index}]\n`, 1_300_000),
      "words and lines in one file",
    ],
    ["millions of strings", "a.toml", () => filled("'"), "words and lines in one file"],
    [
      "millions of items",
      "a.toml",
      () => filled("1,", "a = [", "]"),
      "words and lines in one file",
    ],
    ["nested lists", "a.json", () => filled("[", '{"a":'), "nested deeper than 64 levels"],
    ["nested objects", "a.json", () => filled('{"a":'), "nested deeper than 64 levels"],
    ["millions of items", "a.json", () => filled("0,", '{"a":[', "0]}"), "more than 400000 values"],
    [
      "millions of keys",
      "a.json",
      () => `{${counted((index) => `"k${index}":1,`, 1_200_000)}"z":1}`,
      "more than 400000 values",
    ],
  ])("with %s in %s", (...[, name, toContent, problem]) => {
    const content = toContent();
    const startedAt = performance.now();
    expect(problemsOf(name, content)).toContain(problem);
    expect(performance.now() - startedAt).toBeLessThan(limitMs);
  });
});

describe("a large but harmless file is read soon", { timeout: 3 * limitMs }, () => {
  it.each<[string, string, () => string]>([
    [
      "comments between texts",
      "a.xml",
      () => filled(" <!---->", "<processManager><a>", "</a></processManager>"),
    ],
    [
      "CDATA sections",
      "a.xml",
      () => filled("<![CDATA[]]>", "<processManager><a>", "</a></processManager>"),
    ],
    ["references", "a.xml", () => filled("&amp;", "<processManager a='", "'/>")],
    [
      "white space between attributes",
      "a.xml",
      () => filled("\n", "<processManager a=''", "b=''/>"),
    ],
    [
      "a long line of characters beyond the basic plane",
      "a.xml",
      () => `<processManager>${"<a>😀</a>".repeat(300_000)}</processManager>`,
    ],
    ["a long block text", "a.yaml", () => filled(" b\n", "a: |\n")],
    ["a long quoted text", "a.yaml", () => filled("\\n", 'a: "', '"')],
    ["spaces", "a.toml", () => filled(" ")],
    ["a long text", "a.json", () => filled("\\n", '{"a":"', '"}')],
  ])("with %s in %s", (_title, name, toContent) => {
    const content = toContent();
    const startedAt = performance.now();
    expect(problemsOf(name, content)).toBe("accepted");
    expect(performance.now() - startedAt).toBeLessThan(limitMs);
  });

  it.each(["a.xml", "a.yaml", "a.toml", "a.json"])(
    "when %s stands for 2,000 files of 10 processes each",
    (name) => {
      const content = tenProcesses[name] ?? "";
      const startedAt = performance.now();
      for (let file = 0; file < 2000; file += 1) {
        expect(problemsOf(name, content)).toBe("accepted");
      }
      expect(performance.now() - startedAt).toBeLessThan(limitMs);
    },
  );
});

const tenProcesses: Readonly<Record<string, string>> = {
  "a.xml": `<processManager>${counted((index) => `\n  <process id="p${index}" command="sleep 1"><arg>x</arg></process>`, 10)}\n</processManager>\n`,
  "a.yaml": `process:\n${counted((index) => `  - id: p${index}\n    command: sleep 1\n    arg: [x]\n`, 10)}`,
  "a.toml": counted(
    (index) => `[[process]]\nid = "p${index}"\ncommand = "sleep 1"\narg = ["x"]\n`,
    10,
  ),
  "a.json": `{"process": [${counted((index) => `${index === 0 ? "" : ","}\n  {"id": "p${index}", "command": "sleep 1", "arg": ["x"]}`, 10)}]}`,
};
