import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import type { Range, SourceMap, SourceNode } from "../source/source-node.ts";
import type { SourceReader } from "../source/source-reader.ts";
import { refuseTomlExcess } from "./toml-scan.ts";
import { createTomlTree, type TomlKeyPart, type TomlTable } from "./toml-tree.ts";

/** Reads TOML 1.1; `[[process]]` tables become a list. */
export function parseToml(reader: SourceReader): SourceMap {
  // A byte order mark counts as white space; one character for one keeps the offsets.
  const text = reader.text.replace(/^\uFEFF/, " ");
  refuseTomlExcess(reader, text);
  const tree = createTomlTree(reader);
  for (const item of parse(reader, text).body[0].body) {
    if (item.type === "TOMLTable") {
      const range = { start: item.range[0], end: item.range[1] };
      const table = tree.openTable(keyParts(item.key), { range, isArray: item.kind === "array" });
      addAll(table, item.body);
    } else {
      addAll(tree.root, [item]);
    }
  }
  return tree.root.finish(1);

  function addAll(table: TomlTable, items: readonly AST.TOMLKeyValue[]): void {
    for (const { key, value } of items) {
      table.add(keyParts(key), (depth) => toNode(value, depth));
    }
  }

  function toNode(node: AST.TOMLContentNode, depth: number): SourceNode {
    const range = { start: node.range[0], end: node.range[1] };
    if (node.type === "TOMLArray") {
      reader.checkDepth(depth, range.start);
      return reader.list(
        node.elements.map((element) => toNode(element, depth + 1)),
        range,
      );
    }
    if (node.type === "TOMLInlineTable") {
      const table = tree.createTable(range);
      addAll(table, node.body);
      return table.finish(depth);
    }
    return toScalar(reader, node, range);
  }
}

function toScalar(reader: SourceReader, node: AST.TOMLValue, range: Range): SourceNode {
  if (node.kind === "string" || node.kind === "boolean") {
    return reader.scalar(node.value, String(node.value), range);
  }
  return node.kind === "integer" || node.kind === "float"
    ? reader.scalar(node.value, node.number.replaceAll("_", ""), range)
    : reader.scalar(node.datetime, node.datetime, range);
}

function keyParts(key: AST.TOMLKey): TomlKeyPart[] {
  return key.keys.map((part) => ({
    name: part.type === "TOMLBare" ? part.name : part.value,
    range: { start: part.range[0], end: part.range[1] },
  }));
}

/** A hint when the reader stopped in a value that starts like a text without quotes: the commonest mistake. */
function hintAt(text: string, offset: number): readonly string[] {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(Math.max(lineStart, offset - 200), offset);
  const isInValue =
    /[=[,]\s*[^\s"'=[\]{}]*$/.test(line) && /^[^\s\]}]/.test(text.slice(offset, offset + 1));
  return isInValue ? ["a text needs quotes"] : [];
}

function parse(reader: SourceReader, text: string): AST.TOMLProgram {
  try {
    return parseTOML(text, { tomlVersion: "1.1" });
  } catch (error) {
    if (error instanceof ParseError) {
      const message = `not valid TOML: ${error.message.replace(/\.$/, "")}`;
      return reader.fail(error.index, message, ...hintAt(text, error.index));
    }
    // The parser spreads a string's characters over the arguments of a call, which overflows for a very long one.
    if (error instanceof RangeError) {
      return reader.fail(0, "a text in the file is too long for the TOML reader");
    }
    throw error;
  }
}
