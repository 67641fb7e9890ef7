import { hasCode } from "@dpm/errors";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSource } from "../source/parse-source.ts";
import type { SourceFile, SourceNode, SourceScalar } from "../source/source-node.ts";
import { describeTree, nodesOf } from "../testing/describe-tree.ts";
import { arbitraryXml, arbitraryYaml, commentsIn } from "../testing/arbitrary-source.ts";
import { insertEntry, insertProcess, removeProcess, replaceScalar } from "./edit-source.ts";

const documents = fc.oneof(
  arbitraryXml.map((content) => parseSource({ path: "/etc/dpm/pmd.xml", content })),
  arbitraryYaml.map((content) => parseSource({ path: "/etc/dpm/pmd.yaml", content })),
);
const printable = fc
  .string({ unit: "grapheme" })
  .filter((text) => !/\p{Cc}|[\uFFFE\uFFFF]/u.test(text));
const values = fc.oneof(
  printable,
  fc.constantFrom(
    "",
    " ",
    "#",
    " # x",
    "a: b",
    "- a",
    "[",
    "]]>",
    "&amp;",
    "<!-- c -->",
    "--",
    "'",
    '"',
    "\n",
    "a\n\n b\n",
    "\t",
    "null",
    "~",
    "true",
    "0022",
    "|",
    "?",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a",
    "{}",
    "---",
    "...",
    ",",
  ),
);
const choice = fc.nat({ max: 1_000_000 });

const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % Math.max(items.length, 1)];
const scalarsOf = (file: SourceFile): SourceScalar[] =>
  nodesOf(file.root).filter((node) => node.kind === "scalar");
const readAgain = (file: SourceFile, content: string): SourceFile =>
  parseSource({ path: file.path, content });

/** The texts of all scalars, in the order of the file. */
const textsOf = (file: SourceFile): string[] => scalarsOf(file).map(({ text }) => text);

describe("an edit of a generated file with comments", () => {
  it("by replaceScalar changes that scalar's bytes and nothing else", () => {
    fc.assert(
      fc.property(documents, values, choice, (file, text, at) => {
        const scalar = pick(scalarsOf(file), at);
        fc.pre(scalar !== undefined && scalar.text !== text);
        const edited = replaceScalar(file, scalar, text);
        const { start, end } = scalar.range;
        expect(edited.startsWith(file.text.slice(0, start))).toBe(true);
        expect(edited.endsWith(file.text.slice(end))).toBe(true);
        expect(commentsIn(file.format, edited).toSorted()).toEqual(
          commentsIn(file.format, file.text).toSorted(),
        );
        const index = scalarsOf(file).indexOf(scalar);
        expect(textsOf(readAgain(file, edited))).toEqual(textsOf(file).with(index, text));
      }),
      { numRuns: 1000 },
    );
  });

  it("by insertEntry adds bytes in one place and nothing else", () => {
    fc.assert(
      fc.property(documents, values, choice, (file, text, at) => {
        const maps = nodesOf(file.root).filter((node) => node.kind === "map");
        const map = pick(maps, at) ?? file.root;
        const edited = insertEntry(file, map, { key: "newKey", text });
        expect(isInsertion(file.text, edited)).toBe(true);
        expect(commentsIn(file.format, edited)).toEqual(commentsIn(file.format, file.text));
        const changed = nodesOf(readAgain(file, edited).root).filter((node) => node.kind === "map")[
          maps.indexOf(map)
        ];
        const entry = changed?.entries.find(({ key }) => key === "newKey");
        expect(entry?.value).toMatchObject({ kind: "scalar", text });
      }),
      { numRuns: 500 },
    );
  });

  it("by insertProcess and removeProcess comes back to what the file said", () => {
    fc.assert(
      fc.property(documents, printable, (file, text) => {
        fc.pre(file.root.entries.every(({ key }) => key !== "process"));
        const added = readAgain(file, insertProcess(file, "new", [{ key: "command", text }]));
        expect(isInsertion(file.text, added.text)).toBe(true);
        const node = nodesOf(added.root).find((candidate) => isProcess(candidate, "new"));
        const removed = removeProcess(added, node ?? added.root);
        expect(commentsIn(file.format, removed)).toEqual(commentsIn(file.format, file.text));
        const rest = readAgain(file, removed).root.entries.filter(({ key }) => key !== "process");
        expect(rest.map(({ value }) => describeTree(value))).toEqual(
          file.root.entries.map(({ value }) => describeTree(value)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("of any node with any text gives a file that reads as meant, or refuses", () => {
    fc.assert(
      fc.property(documents, fc.string({ unit: "binary" }), choice, (file, text, at) => {
        const scalar = pick(scalarsOf(file), at);
        fc.pre(scalar !== undefined);
        const index = scalarsOf(file).indexOf(scalar);
        expect([text, "refused"]).toContain(tryToReplace(file, scalar, text)?.[index] ?? "refused");
      }),
      { numRuns: 500 },
    );
  });
});

/** The texts of the file after the edit; undefined when it was refused. */
function tryToReplace(file: SourceFile, scalar: SourceScalar, text: string): string[] | undefined {
  try {
    return textsOf(readAgain(file, replaceScalar(file, scalar, text)));
  } catch (error) {
    if (
      hasCode(error, "ERR_DPM_CONFIG_NOT_EDITABLE") ||
      hasCode(error, "ERR_DPM_CONFIG_VALUE_NOT_WRITABLE")
    ) {
      return undefined;
    }
    throw error;
  }
}

function isInsertion(before: string, after: string): boolean {
  let head = 0;
  while (head < before.length && before[head] === after[head]) {
    head += 1;
  }
  return after.endsWith(before.slice(head));
}

function isProcess(node: SourceNode, id: string): boolean {
  return (
    node.kind === "map" &&
    node.entries.some(
      ({ key, value }) => key === "id" && value.kind === "scalar" && value.text === id,
    )
  );
}
