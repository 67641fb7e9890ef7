import { keyOf, type Outcome } from "../bench.ts";
import type { Options } from "../options.ts";
import { rows } from "../rows/index.ts";
import type { SystemName } from "../system.ts";
import { medians } from "./medians.ts";

/** The table as rows of cells, the first being the head. */
export function tableOf(
  options: Options,
  present: readonly SystemName[],
  outcome: Outcome,
): string[][] {
  const head = ["work", ...present, "aim"];
  const body = rows
    .filter(({ id }) => options.rows.includes(id))
    .flatMap((row) =>
      row.lines(options.scale).map((line) => {
        const cells = present.map((system) => {
          const runs = outcome.figures.get(keyOf(row.id, system));
          if (runs !== undefined) return line.cell(medians(runs));
          return outcome.failures.has(keyOf(row.id, system)) ? "failed" : "–";
        });
        return [line.title, ...cells, line.aim];
      }),
    );
  return [head, ...body];
}

/** The table in Markdown, padded so that it reads as text too. */
export function toMarkdown(table: readonly (readonly string[])[]): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(3, ...table.map((cells) => cells[column]?.length ?? 0)),
  );
  const lineOf = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  const [head = [], ...body] = table;
  return [head, rule, ...body].map(lineOf).join("\n");
}
