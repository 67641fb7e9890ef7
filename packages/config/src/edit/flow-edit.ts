import type { Range, SourceNode } from "../source/source-node.ts";
import { insertAt, type TextChange } from "./text-change.ts";

/** The change that adds a part at the end of what stands between brackets: JSON, flow YAML and inline TOML alike. */
export function flowAddition(text: string, container: SourceNode, part: string): TextChange {
  const parts = partsOf(container);
  const first = parts[0];
  const last = parts.at(-1);
  const inside = container.range.start + 1;
  if (first === undefined || last === undefined) {
    return insertAt(inside, part);
  }
  const lead = text.slice(inside, first.start);
  // Parts on lines of their own get another line; a comment among them is no lead to repeat.
  const separator =
    lead.includes("\n") && lead.trim() === "" ? lead.slice(lead.lastIndexOf("\n")) : " ";
  return insertAt(last.end, `,${separator}${part}`);
}

/** The change that removes one part and the comma that parted it from the next or the one before. */
export function flowRemoval(container: SourceNode, index: number): TextChange {
  const parts = partsOf(container);
  const part = parts[index] ?? container.range;
  const next = parts[index + 1];
  const previous = parts[index - 1];
  if (next !== undefined) {
    return { range: { start: part.start, end: next.start }, text: "" };
  }
  return { range: { start: previous?.end ?? part.start, end: part.end }, text: "" };
}

function partsOf(container: SourceNode): Range[] {
  switch (container.kind) {
    case "scalar":
      return [];
    case "list":
      return container.items.map(({ range }) => range);
    case "map":
      return container.entries.map(({ keyRange, value }) => ({
        start: keyRange.start,
        end: Math.max(keyRange.end, value.range.end),
      }));
    default:
      return container satisfies never;
  }
}
