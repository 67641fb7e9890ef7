import { pageColumns, wrap } from "./wrap.ts";

const indent = "  ";
const gap = "  ";
const widestTerm = 31;

/** Paragraphs, indented. */
export function paragraphs(texts: readonly string[]): string {
  return texts
    .map((text) =>
      wrap(text, pageColumns - indent.length)
        .map((line) => indent + line)
        .join("\n"),
    )
    .join("\n\n");
}

/** Terms in a left column, what they mean in a right one; a term that is too wide gets a line of its own. */
export function definitions(rows: readonly (readonly [term: string, meaning: string])[]): string {
  const widths = rows.map(([term]) => term.length).filter((width) => width <= widestTerm);
  const column = indent.length + Math.max(1, ...widths) + gap.length;
  return rows
    .flatMap(([term, meaning]) => {
      const head = indent + term + gap;
      const lines = wrap(meaning, pageColumns - column);
      const [first = "", ...rest] = head.length > column ? ["", ...lines] : lines;
      return [
        (head.padEnd(column) + first).trimEnd(),
        ...rest.map((line) => " ".repeat(column) + line),
      ];
    })
    .join("\n");
}

/** A titled part of a page. */
export function section(title: string, body: string): string {
  return `${title}\n${body}`;
}

/** Parts with an empty line between two, ended by a line break. */
export function page(...parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}
