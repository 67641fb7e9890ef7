import { visit } from "jsonc-parser";
import type { Range, SourceEntry, SourceMap, SourceNode } from "../source/source-node.ts";
import type { SourceReader } from "../source/source-reader.ts";
import { describeJsonError } from "./json-error.ts";
import { createKeyGuard, type KeyGuard } from "./key-guard.ts";

interface OpenMap {
  readonly kind: "map";
  readonly start: number;
  readonly entries: SourceEntry[];
  readonly guard: KeyGuard;
  key: { readonly name: string; readonly range: Range } | undefined;
}

interface OpenList {
  readonly kind: "list";
  readonly start: number;
  readonly items: SourceNode[];
}

/** Reads JSON, strictly: no comments, no trailing commas, no key twice. */
export function parseJson(reader: SourceReader): SourceMap {
  // A byte order mark counts as white space; one character for one keeps the offsets.
  const text = reader.text.replace(/^\uFEFF/, " ");
  const stack: (OpenMap | OpenList)[] = [];
  let root: SourceNode | undefined;

  const add = (node: SourceNode): void => {
    const parent = stack.at(-1);
    if (parent === undefined) {
      root = node;
    } else if (parent.kind === "list") {
      parent.items.push(node);
    } else if (parent.key !== undefined) {
      parent.entries.push(reader.entry(parent.key.name, parent.key.range, node));
      parent.key = undefined;
    }
  };
  const open = (container: OpenMap | OpenList): void => {
    reader.checkDepth(stack.length + 1, container.start);
    stack.push(container);
  };

  // The events stream, so a hostile file is refused at its first fault, before a tree of it exists.
  visit(
    text,
    {
      onObjectBegin: (start) =>
        open({ kind: "map", start, entries: [], guard: createKeyGuard(reader), key: undefined }),
      onArrayBegin: (start) => open({ kind: "list", start, items: [] }),
      onObjectProperty: (name, offset, length) => {
        const container = stack.at(-1);
        if (container?.kind === "map") {
          container.guard.see(name, offset);
          container.key = { name, range: { start: offset, end: offset + length } };
        }
      },
      onObjectEnd: (offset, length) => {
        const closed = stack.pop();
        if (closed?.kind === "map") {
          add(reader.map(closed.entries, { start: closed.start, end: offset + length }));
        }
      },
      onArrayEnd: (offset, length) => {
        const closed = stack.pop();
        if (closed?.kind === "list") {
          add(reader.list(closed.items, { start: closed.start, end: offset + length }));
        }
      },
      onLiteralValue: (value: string | number | boolean | null, offset, length) => {
        const range = { start: offset, end: offset + length };
        const written = typeof value === "string" ? value : text.slice(range.start, range.end);
        add(reader.scalar(value, value === null ? "" : written, range));
      },
      onError: (code, offset) => {
        const { message, hint } = describeJsonError(code, text.slice(offset, offset + 2));
        reader.fail(offset, message, hint);
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  refuseWhatJsonRefuses(reader, text);

  if (root?.kind !== "map") {
    return reader.fail(
      root?.range.start ?? 0,
      "the file must hold one object",
      "write { … } around its content",
    );
  }
  return root;
}

/** The visiting parser is meant for editors and lets some faults pass, such as a leading zero. */
function refuseWhatJsonRefuses(reader: SourceReader, text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? 0);
    reader.fail(offset, `not valid JSON: ${message.replace(/ at position .*/s, "")}`);
  }
}
