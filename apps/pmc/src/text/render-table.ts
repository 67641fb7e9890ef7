import { breakText, displayWidth, isNarrow } from "./display-width.ts";
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

type WidthOf = (text: string) => number;

const gap = "  ";
const narrowestColumn = 8;

interface Widths {
  readonly widthOf: WidthOf;
  /** What each column takes when nothing has to give way. */
  readonly natural: number[];
}

/** Nearly every table has only characters of one column: that is taken for granted, and then looked at once for all. */
function measure(shape: TableShape, rows: readonly Row[]): Widths {
  const natural = shape.titles.map((title) => title.length);
  const count = natural.length;
  let texts = "";
  for (const row of rows) {
    // A spanning cell takes what room there is, so it asks for none.
    const asking = row.length < count ? row.length - 1 : count;
    for (let column = 0; column < row.length; column += 1) {
      const { text } = row[column] as Cell;
      texts += text;
      if (column < asking && text.length > (natural[column] as number))
        natural[column] = text.length;
    }
  }
  return isNarrow(texts) ? { widthOf: lengthOf, natural } : measureWide(shape, rows);
}

function measureWide(shape: TableShape, rows: readonly Row[]): Widths {
  const natural = shape.titles.map((title) => title.length);
  for (const row of rows) {
    const asking = row.length < natural.length ? row.slice(0, -1) : row;
    for (const [column, { text }] of asking.entries())
      natural[column] = Math.max(natural[column] ?? 0, displayWidth(text));
  }
  return { widthOf: displayWidth, natural };
}

const lengthOf: WidthOf = (text) => text.length;

/** The widths after those that can have given way; the same list when nothing had to. */
function giveWay(
  natural: readonly number[],
  shape: TableShape,
  columns: number,
): readonly number[] {
  if (totalWidth(natural) <= columns) return natural;
  const widths = [...natural];
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

/** How wide each column is, and how much room a row has from there to its end. */
interface Layout {
  readonly widthOf: WidthOf;
  readonly widths: readonly number[];
  readonly rooms: readonly number[];
  /** Nothing had to give way. */
  readonly isRoomy: boolean;
}

function planLayout(widths: readonly number[], columns: number): Pick<Layout, "widths" | "rooms"> {
  const rooms = widths.map((width, column) =>
    Math.max(width, columns - totalWidth([...widths.slice(0, column), 0]), 1),
  );
  return { widths: widths.map((width) => Math.max(width, 1)), rooms };
}

/** The room of a cell: the last one of a row may use all that is left, also that of columns the row has no cells for. */
function roomOf(row: Row, column: number, { widths, rooms }: Layout): number {
  return (column === row.length - 1 ? rooms[column] : widths[column]) ?? 1;
}

function renderBrokenRow(row: Row, layout: Layout, style: Style): string {
  const cells = row.map((cell, column) => breakText(cell.text, roomOf(row, column, layout)));
  const height = Math.max(...cells.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, index) =>
    renderLine(
      row.map((cell, column) => ({ ...cell, text: cells[column]?.[index] ?? "" })),
      layout,
      style,
    ),
  );
  return lines.join("\n");
}

// Plain loops here and below: there may be thousands of rows, and a command is over before calls of closures become cheap.
function renderLine(row: Row, { widths, widthOf }: Layout, style: Style): string {
  const isNarrow = widthOf === lengthOf;
  let line = "";
  let missing = 0;
  for (let column = 0; column < row.length; column += 1) {
    const { text, tone } = row[column] as Cell;
    if (column > 0) line += missing > 0 ? spaces(missing + gap.length) : gap;
    line += tone === undefined || text === "" ? text : style.paint(tone, text);
    missing = (widths[column] as number) - (isNarrow ? text.length : widthOf(text));
  }
  return line.endsWith(" ") ? line.trimEnd() : line;
}

const knownSpaces: string[] = [];

function spaces(count: number): string {
  return (knownSpaces[count] ??= " ".repeat(count));
}

function fits(row: Row, layout: Layout): boolean {
  // Then each column is as wide as its widest cell.
  if (layout.isRoomy && row.length === layout.widths.length) return true;
  for (let column = 0; column < row.length; column += 1) {
    if (layout.widthOf(row[column]?.text ?? "") > roomOf(row, column, layout)) return false;
  }
  return true;
}

function renderRow(row: Row, layout: Layout, style: Style): string {
  return fits(row, layout) ? renderLine(row, layout, style) : renderBrokenRow(row, layout, style);
}

/** Renders a table without borders, no wider than the style's columns where that can be; nothing is cut off, long cells break. */
export function renderTable(shape: TableShape, rows: readonly Row[], style: Style): string {
  const { widthOf, natural } = measure(shape, rows);
  const widths = giveWay(natural, shape, style.columns);
  const layout = {
    ...planLayout(widths, style.columns),
    widthOf,
    isRoomy: widths === natural,
  };
  const titles = shape.titles.map((text) => ({ text, tone: "quiet" as const }));
  let text = `${renderRow(titles, layout, style)}\n`;
  for (const row of rows) text += `${renderRow(row, layout, style)}\n`;
  return text;
}
