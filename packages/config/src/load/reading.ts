import type { Format, Position, SourceNode } from "../source/source-node.ts";
import type { ReadContext } from "../values/value-type.ts";
import { expandText, hasVariables, type Lookup } from "./expand-text.ts";

/** Where values stand, as far as it matters for their meaning. */
export interface Surroundings {
  /** Absolute; where relative paths start. */
  readonly folder: string;
  readonly format: Format;
}

/** The context to read values in: variables are looked up, and what is wrong with them is reported. */
export function readContext(
  { folder, format }: Surroundings,
  lookup: Lookup,
  report: ReadContext["report"],
): ReadContext {
  const expand = (text: string, at: Position): string | undefined => {
    const expansion = expandText(text, lookup);
    switch (expansion.kind) {
      case "expanded":
        return expansion.text;
      case "unset":
        return report({
          at,
          message: `the variable ${expansion.name} is not set`,
          hint: `set it for pmd, or write \${${expansion.name}:-default}`,
        }) as undefined;
      case "malformed":
        return report({
          at,
          message: `${JSON.stringify(expansion.part)} is not a variable`,
          hint: "write ${NAME}, ${NAME:-default}, or $$ for a dollar sign",
        }) as undefined;
    }
  };
  return { folder, format, expand, report };
}

/** Whether any text below has a variable in it, so that its value depends on who reads it. */
export function dependsOnVariables(node: SourceNode): boolean {
  switch (node.kind) {
    case "scalar":
      return hasVariables(node.text);
    case "list":
      return node.items.some((item) => dependsOnVariables(item));
    case "map":
      return node.entries.some(({ value }) => dependsOnVariables(value));
  }
}
