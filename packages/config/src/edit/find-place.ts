import type { SourceNode } from "../source/source-node.ts";
import type { NodePlace } from "./format-editor.ts";

/** Where a node stands in a tree; undefined for the root and for a node of another tree. */
export function findPlace(tree: SourceNode, node: SourceNode): NodePlace | undefined {
  if (tree.kind === "scalar") {
    return undefined;
  }
  if (tree.kind === "map") {
    for (const [index, entry] of tree.entries.entries()) {
      const place: NodePlace | undefined =
        entry.value === node
          ? { kind: "entry", parent: tree, index, entry }
          : findPlace(entry.value, node);
      if (place !== undefined) {
        return place;
      }
    }
    return undefined;
  }
  for (const [index, item] of tree.items.entries()) {
    const place: NodePlace | undefined =
      item === node ? { kind: "item", parent: tree, index } : findPlace(item, node);
    if (place !== undefined) {
      return place;
    }
  }
  return undefined;
}
