import { breakText, displayWidth } from "./display-width.ts";
import type { Style, Tone } from "./style.ts";

/** One cell: its text, already escaped, and how it is meant. */
export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
}

/** One row: a cell for each column, or fewer where the last one spans the rest. */
export type Row = readonly Cell[];

/** The shape of a table. */
export interface TableShape {
  readonly titles: readonly string[];
  /** The columns that are broken over several lines when the table is too wide, the first to give way first. */
  readonly flexible: readonly number[];
}

const gap = "  ";
const narrowestColumn = 8;

function planWidths(shape: TableShape, rows: readonly Row[], columns: number): readonly number[] {
  const widths = shape.titles.map((title, column) =>
    rows.reduce((width, row) => {
      // A spanning cell takes what room there is, so it asks for none.
      const spans = column === row.length - 1 && row.length < shape.titles.length;
      return spans ? width : Math.max(width, displayWidth(row[column]?.text ?? ""));
    }, title.length),
  );
  for (const column of shape.flexible) {
    const excess = totalWidth(widths) - columns;
    const width = widths[column] ?? 0;
    const least = Math.min(width, Math.max(narrowestColumn, shape.titles[column]?.length ?? 0));
    if (excess > 0) widths[column] = Math.max(least, width - excess);
  }
  return widths;
}

function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1));
}

function renderRow(row: Row, widths: readonly number[], style: Style): string {
  const cells = row.map(({ text, tone }, column) => {
    const isLast = column === row.length - 1;
    const offset = totalWidth([...widths.slice(0, column), 0]);
    // The last cell of a row may use all the room that is left, also that of columns it has no cells for.
    const width = isLast
      ? Math.max(widths[column] ?? 0, style.columns - offset)
      : (widths[column] ?? 0);
    return { lines: breakText(text, Math.max(width, 1)), width, tone, isLast };
  });
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    cells
      .map(({ lines, width, tone, isLast }) => {
        const text = lines[index] ?? "";
        const padding = isLast ? "" : " ".repeat(width - displayWidth(text));
        return (tone === undefined || text === "" ? text : style.paint(tone, text)) + padding;
      })
      .join(gap)
      .trimEnd(),
  ).join("\n");
}

/** Renders a table without borders, no wider than the style's columns where that can be; nothing is cut off, long cells break. */
export function renderTable(shape: TableShape, rows: readonly Row[], style: Style): string {
  const widths = planWidths(shape, rows, style.columns);
  const titles = shape.titles.map((text) => ({ text, tone: "quiet" as const }));
  return `${[titles, ...rows].map((row) => renderRow(row, widths, style)).join("\n")}\n`;
}
