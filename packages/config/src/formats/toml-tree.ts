import type { Range, SourceMap, SourceNode } from "../source/source-node.ts";
import type { SourceReader } from "../source/source-reader.ts";

/** One part of a dotted key. */
export interface TomlKeyPart {
  readonly name: string;
  readonly range: Range;
}

/** A table while it is still being filled: TOML may come back to it with a later header. */
export interface TomlTable {
  /** Sets a value under a dotted key; the value is made when its depth is known. */
  add(key: readonly TomlKeyPart[], toNode: (depth: number) => SourceNode): void;
  finish(depth: number): SourceMap;
}

/** The tree that the tables of a file grow into. */
export interface TomlTree {
  readonly root: TomlTable;
  createTable(range: Range): TomlTable;
  /** The table that a `[header]` or a `[[header]]` opens. */
  openTable(
    key: readonly TomlKeyPart[],
    header: { readonly range: Range; readonly isArray: boolean },
  ): TomlTable;
}

interface Table extends TomlTable {
  readonly kind: "table";
  /** The table or list of tables under a key; null when a value stands there. */
  child(key: TomlKeyPart): Table | Tables | null;
  put(key: TomlKeyPart, child: Table | Tables): void;
}

interface Tables {
  readonly kind: "tables";
  readonly range: Range;
  readonly items: Table[];
}

interface Value {
  readonly kind: "value";
  readonly toNode: (depth: number) => SourceNode;
}

/** Makes an empty tree. */
export function createTomlTree(reader: SourceReader): TomlTree {
  const root = createTable(reader, { start: 0, end: reader.text.length });
  return {
    root,
    createTable: (range) => createTable(reader, range),
    openTable: (key, { range, isArray }) => {
      const last = lastOf(key);
      const parent = descend(reader, root, key.slice(0, -1));
      const present = parent.child(last);
      if (isArray) {
        const tables: Tables =
          present?.kind === "tables" ? present : { kind: "tables", range, items: [] };
        if (present === null || present.kind === "table") {
          parent.put(last, tables);
        }
        const table = createTable(reader, range);
        tables.items.push(table);
        return table;
      }
      if (present?.kind === "table") {
        return present;
      }
      const table = createTable(reader, range);
      parent.put(last, table);
      return table;
    },
  };
}

function createTable(reader: SourceReader, range: Range): Table {
  const children = new Map<
    string,
    { readonly keyRange: Range; readonly child: Table | Tables | Value }
  >();
  const put = ({ name, range: keyRange }: TomlKeyPart, child: Table | Tables | Value): void => {
    const before = children.get(name);
    if (before !== undefined) {
      reader.fail(
        keyRange.start,
        `the key ${name} stands twice, first in line ${reader.position(before.keyRange.start).line}`,
      );
    }
    children.set(name, { keyRange, child });
  };
  const table: Table = {
    kind: "table",
    child: ({ name }) => {
      const child = children.get(name)?.child;
      return child === undefined || child.kind === "value" ? null : child;
    },
    put,
    add: (key, toNode) => {
      const parent = descend(reader, table, key.slice(0, -1));
      if (parent === table) {
        put(lastOf(key), { kind: "value", toNode });
      } else {
        parent.add(key.slice(-1), toNode);
      }
    },
    finish: (depth) => {
      reader.checkDepth(depth, range.start);
      const entries = Array.from(children, ([name, { keyRange, child }]) =>
        reader.entry(name, keyRange, finishChild(reader, child, depth + 1)),
      );
      return reader.map(entries, range);
    },
  };
  return table;
}

function finishChild(
  reader: SourceReader,
  child: Table | Tables | Value,
  depth: number,
): SourceNode {
  if (child.kind === "tables") {
    const items = child.items.map((item) => item.finish(depth + 1));
    return reader.list(items, child.range);
  }
  return child.kind === "table" ? child.finish(depth) : child.toNode(depth);
}

/** The table that the leading parts of a key lead to; missing ones are made, a list of tables means its latest. */
function descend(reader: SourceReader, from: Table, parts: readonly TomlKeyPart[]): Table {
  let table = from;
  for (const part of parts) {
    const present = table.child(part);
    const next = present?.kind === "tables" ? present.items.at(-1) : present;
    if (next === null || next === undefined) {
      const made = createTable(reader, part.range);
      table.put(part, made);
      table = made;
    } else {
      table = next;
    }
  }
  return table;
}

function lastOf(key: readonly TomlKeyPart[]): TomlKeyPart {
  const last = key.at(-1);
  if (last === undefined) {
    throw new Error("a TOML key has at least one part");
  }
  return last;
}
