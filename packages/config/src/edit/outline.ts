import type { SourceNode } from "../source/source-node.ts";

/** What a tree says, without its places: what must be the same before and after an edit, but for the edit. */
export type Outline =
  | string
  | { readonly kind: "map"; readonly entries: readonly (readonly [key: string, value: Outline])[] }
  | { readonly kind: "list"; readonly items: readonly Outline[] };

/** What certain nodes are to become; null is gone. */
export type OutlineChanges = ReadonlyMap<SourceNode, Outline | null>;

/** The outline of a node after the changes; null when it is gone itself. */
export function outlineOf(node: SourceNode, changes: OutlineChanges = new Map()): Outline | null {
  const change = changes.get(node);
  if (change !== undefined) {
    return change;
  }
  switch (node.kind) {
    case "scalar":
      return node.text;
    case "map":
      return {
        kind: "map",
        entries: node.entries.flatMap(({ key, value }) => {
          const outline = outlineOf(value, changes);
          return outline === null ? [] : [[key, outline] as const];
        }),
      };
    case "list":
      return {
        kind: "list",
        items: node.items.map((item) => outlineOf(item, changes)).filter((item) => item !== null),
      };
    default:
      return node satisfies never;
  }
}

/**
 * Whether two outlines say the same. The order of different keys says nothing, the order of the same key and of items does;
 * an empty map is an empty text, as XML cannot tell them apart.
 */
export function saysTheSame(left: Outline, right: Outline): boolean {
  return canonical(left) === canonical(right);
}

function canonical(outline: Outline): string {
  if (typeof outline === "string") {
    return JSON.stringify(outline);
  }
  if (outline.kind === "list") {
    return `[${outline.items.map(canonical).join(",")}]`;
  }
  const entries = outline.entries.map(
    ([key, value]) => [JSON.stringify(key), canonical(value)] as const,
  );
  // Sorting is stable, so entries of one key keep their order.
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return sorted.length === 0
    ? '""'
    : `{${sorted.map(([key, value]) => `${key}:${value}`).join(",")}}`;
}
