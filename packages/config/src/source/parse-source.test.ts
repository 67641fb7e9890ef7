import { hasCode } from "@dpm/errors";
import { describe, expect, it } from "vitest";
import { describeTree } from "../testing/describe-tree.ts";
import { problemsOf } from "../testing/problems-of.ts";
import { formatOfPath } from "./format-of-path.ts";
import { parseSource } from "./parse-source.ts";
import { sourceLimits } from "./source-limits.ts";

const sameModel = {
  "a.xml": `<processManager><settings logLevel="debug"/><process id="a" command="x"><arg>1</arg></process></processManager>`,
  "a.yaml": `settings: {logLevel: debug}\nprocess: {id: a, command: x, arg: 1}\n`,
  "a.toml": `[settings]\nlogLevel = "debug"\n[process]\nid = "a"\ncommand = "x"\narg = 1\n`,
  "a.json": `{"settings": {"logLevel": "debug"}, "process": {"id": "a", "command": "x", "arg": 1}}`,
};

describe("parseSource", () => {
  it.each(Object.entries(sameModel))(
    "reads the same tree from %s as from the other formats",
    (name, content) => {
      expect(describeTree(parseSource({ path: `/etc/dpm/${name}`, content }).root)).toEqual({
        map: [
          ["settings", { map: [["logLevel", "debug"]] }],
          [
            "process",
            {
              map: [
                ["id", "a"],
                ["command", "x"],
                ["arg", "1"],
              ],
            },
          ],
        ],
      });
    },
  );

  it.each(Object.entries(sameModel))(
    "reads %s with a byte order mark, which it keeps",
    (name, content) => {
      const marked = parseSource({ path: `/etc/dpm/${name}`, content: `\uFEFF${content}` });
      const plain = parseSource({ path: `/etc/dpm/${name}`, content });
      expect(describeTree(marked.root)).toEqual(describeTree(plain.root));
      expect(marked.text).toBe(`\uFEFF${content}`);
      expect(marked.root.entries[0]?.keyAt).toEqual(plain.root.entries[0]?.keyAt);
    },
  );

  it.each([
    ["a.xml", "<!-- first -->\n<processManager/>"],
    ["a.yaml", "# first\na: 1\n"],
    ["a.toml", "# first\na = 1\n"],
  ])("reads %s when it begins with a comment", (name, content) => {
    expect(problemsOf(name, content)).toBe("accepted");
  });

  it("takes bytes and text for the same file", () => {
    const content = `{"a": "ü"}`;
    const ofBytes = parseSource({
      path: "/etc/dpm/a.json",
      content: new TextEncoder().encode(content),
    });
    expect(ofBytes).toEqual(parseSource({ path: "/etc/dpm/a.json", content }));
    expect(ofBytes.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it("refuses bytes that are not UTF-8 and says where they are", () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode("# ü\na: "), 0xff, 0x41]);
    expect(problemsOf("a.yaml", bytes)).toBe(
      "a.yaml:2:4: not valid UTF-8 (save the file as UTF-8)",
    );
    expect(problemsOf("a.xml", Uint8Array.from([0xff, 0xfe, 0x3c, 0x00]))).toContain(
      "a.xml:1:1: not valid UTF-8",
    );
    expect(problemsOf("a.json", Uint8Array.from([0xc3]))).toContain("a.json:1:1: not valid UTF-8");
  });

  it("refuses a NUL character and says where it is", () => {
    expect(problemsOf("a.toml", 'a = "\0"')).toContain("a.toml:1:6: a NUL character");
  });

  it.each([
    ["a.yaml", 'a: "\\0"'],
    ["a.toml", 'a = "\\u0000"'],
    ["a.json", '{"a": "\\u0000"}'],
    ["a.json", '{"\\u0000": 1}'],
  ])("refuses a NUL character that %s spells as an escape", (name, content) => {
    expect(problemsOf(name, content)).toContain("a NUL character, which no program can be given");
  });

  it("refuses half a surrogate pair that an escape spells", () => {
    expect(problemsOf("a.json", '{"a": "\\ud800"}')).toContain(
      "a.json:1:7: half of a surrogate pair",
    );
  });

  it("refuses half a surrogate pair in a text that was never a file", () => {
    expect(problemsOf("a.yaml", "a: 😀\nb: \uD83D")).toContain(
      "a.yaml:2:4: half of a surrogate pair",
    );
  });

  it("refuses a text beyond the limit before it reads it", () => {
    const content = new Uint8Array(sourceLimits.fileBytes + 1);
    expect(() => parseSource({ path: "/etc/dpm/a.xml", content })).toThrow(
      expect.toSatisfy((error) => hasCode(error, "ERR_DPM_CONFIG_TOO_LARGE")),
    );
  });
});

describe("formatOfPath", () => {
  it.each([
    ["/a/pmd.xml", "xml"],
    ["pmd.local.YAML", "yaml"],
    ["a.yml", "yaml"],
    ["a.toml", "toml"],
    ["a.json", "json"],
  ])("knows %s as %s", (path, format) => {
    expect(formatOfPath(path)).toBe(format);
  });

  it.each(["pmd", "pmd.conf", "pmd.xml.bak", ".xml"])("does not guess the format of %s", (path) => {
    expect(() => formatOfPath(path)).toThrow(
      expect.toSatisfy((error) => hasCode(error, "ERR_DPM_CONFIG_UNKNOWN_FORMAT")),
    );
  });
});
