import type { SourceNode } from "../source/source-node.ts";
import type { ReadContext } from "./value-type.ts";

/** The expanded text of a node that has to be a single value; undefined when it is not, which was reported then. */
export function readText(
  node: SourceNode,
  context: ReadContext,
  expected: string,
): string | undefined {
  if (node.kind !== "scalar") {
    const found = node.kind === "map" ? "an element with keys" : "a list";
    context.report({ at: node.at, message: `${found} stands where ${expected} belongs` });
    return undefined;
  }
  const text = context.expand(node.text, node.at);
  if (text?.includes("\0") === true) {
    context.report({ at: node.at, message: "a value cannot contain a NUL character" });
    return undefined;
  }
  return text;
}

/** The nodes of a repeated key: a list counts as its items, a null as nothing. */
export function readItems(nodes: readonly SourceNode[]): readonly SourceNode[] {
  return nodes
    .flatMap((node) => (node.kind === "list" ? node.items : [node]))
    .filter((node) => node.kind !== "scalar" || node.value !== null);
}
