import { isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from "yaml";
import type {
  Range,
  SourceEntry,
  SourceMap,
  SourceNode,
  SourceScalar,
} from "../source/source-node.ts";
import type { SourceReader } from "../source/source-reader.ts";
import { createKeyGuard } from "./key-guard.ts";
import { readYamlDocument } from "./yaml-document.ts";

/** Reads YAML 1.2: one document, no anchors, aliases, merge keys or tags, no key twice. */
export function parseYaml(reader: SourceReader): SourceMap {
  const contents = readYamlDocument(reader);
  if (contents === null || (isScalar(contents) && contents.source === "")) {
    return reader.map([], { start: reader.text.length, end: reader.text.length });
  }
  if (!isMap(contents)) {
    return reader.fail(
      contents.range[0],
      "the file must hold keys and values, such as `settings:`",
    );
  }
  return toMap(reader, contents, 1);
}

function toNode(reader: SourceReader, node: ParsedNode, depth: number): SourceNode {
  if (isMap(node)) {
    return toMap(reader, node, depth);
  }
  if (isSeq(node)) {
    const range = toRange(node);
    reader.checkDepth(depth, range.start);
    const items = node.items.map((item) => toNode(reader, item, depth + 1));
    return reader.list(items, range);
  }
  return isScalar(node)
    ? toScalar(reader, node)
    : reader.fail(node.range[0], "an alias is refused");
}

function toMap(reader: SourceReader, map: YAMLMap.Parsed, depth: number): SourceMap {
  const range = toRange(map);
  reader.checkDepth(depth, range.start);
  const guard = createKeyGuard(reader);
  const entries: SourceEntry[] = [];
  for (const { key, value } of map.items) {
    if (!isScalar(key) || key.value === null) {
      return reader.fail(key?.range[0] ?? range.start, "a key must be a plain text");
    }
    const keyRange = toRange(key);
    const name = scalarText(key);
    if (name === "<<" && key.type === "PLAIN") {
      reader.fail(
        keyRange.start,
        "merge keys are refused",
        "use defaults or a group for what several processes share",
      );
    }
    guard.see(name, keyRange.start);
    const node =
      value === null
        ? reader.scalar(null, "", { start: keyRange.end, end: keyRange.end })
        : toNode(reader, value, depth + 1);
    entries.push(reader.entry(name, keyRange, node));
  }
  return reader.map(entries, range);
}

function toScalar(reader: SourceReader, scalar: Scalar): SourceScalar {
  const { value } = scalar;
  const isPlain =
    typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return reader.scalar(isPlain ? value : null, isPlain ? scalarText(scalar) : "", toRange(scalar));
}

/** The written form where the value is no text: what was written as 0022 stays 0022 for a key that wants a text. */
function scalarText({ value, source }: Scalar): string {
  return typeof value === "string" ? value : (source ?? String(value));
}

function toRange({
  range,
}: {
  readonly range?: readonly [number, number, number] | null | undefined;
}): Range {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}
