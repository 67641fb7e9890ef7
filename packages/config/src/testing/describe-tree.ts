import type { SourceNode } from "../source/source-node.ts";

/** A tree as plain data: texts, lists, and maps as lists of pairs, since a key may stand twice. */
export function describeTree(node: SourceNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.text;
    case "map":
      return { map: node.entries.map(({ key, value }) => [key, describeTree(value)]) };
    case "list":
      return node.items.map(describeTree);
    default:
      return node satisfies never;
  }
}

/** Every node of a tree, parents first. */
export function nodesOf(node: SourceNode): SourceNode[] {
  if (node.kind === "scalar") {
    return [node];
  }
  const children = node.kind === "map" ? node.entries.map(({ value }) => value) : node.items;
  return [node, ...children.flatMap(nodesOf)];
}
