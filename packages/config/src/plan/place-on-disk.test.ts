import { expect, test } from "vitest";
import { xml } from "../../test/support/configuration-files.ts";
import { parseSource } from "../source/parse-source.ts";
import type { Position, SourceFile } from "../source/source-node.ts";
import { placeOnDisk } from "./place-on-disk.ts";

const parse = (content: string): SourceFile => parseSource({ path: "/etc/dpm/pmd.xml", content });
const onDisk = (line: number, column: number): Position => ({
  file: "/etc/dpm/pmd.xml",
  line,
  column,
});

test.each([
  ["nothing", ["", ""]],
  ["a byte order mark", ["\uFEFF", ""]],
  ["characters of two units", ["<!-- 😀 -->", "<!-- 😀😀 -->"]],
  ["line breaks of two characters", ["<!-- 😀 -->\r\n", "\r\n\r\n"]],
])("finds what stands before and behind a change again, with %s around", (_, [before, behind]) => {
  const text = (value: string): string =>
    `${before ?? ""}${xml(`<a/>${behind ?? ""}<b c="${value}"/>${behind ?? ""}<d/>`)}`;
  const old = parse(text("1"));
  for (const value of ["12", "long\nand in lines", "", "2"]) {
    const edited = parse(text(value));
    const [first, second, third] = edited.root.entries;
    const [a, b, d] = old.root.entries;
    expect(
      [first, second, third].map((entry) => entry && placeOnDisk(entry.keyAt, edited, old)),
    ).toEqual([a?.keyAt, b?.keyAt, d?.keyAt]);
  }
});

test("gives the nearest place for what only the edit has", () => {
  const old = parse(xml("\n<a/>\n"));
  const edited = parse(xml("\n<a/>\n<b/>\n<c/>\n"));
  const places = edited.root.entries.map(({ keyAt }) => placeOnDisk(keyAt, edited, old));
  expect(places).toEqual([onDisk(2, 2), onDisk(3, 2), onDisk(3, 2)]);
});
