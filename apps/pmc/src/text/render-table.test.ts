import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { breakText, displayWidth } from "./display-width.ts";
import { renderTable } from "./render-table.ts";
import type { Style } from "./style.ts";

const plain: Style = { columns: 80, paint: (_, text) => text };
const shape = { titles: ["ID", "STATE", "WHY"], flexible: [2, 0] };
const row = (...texts: string[]) => texts.map((text) => ({ text }));

describe("a table", () => {
  it("aligns its columns without borders", () => {
    expect(renderTable(shape, [row("a", "running", ""), row("long-id", "x", "y")], plain)).toBe(
      "ID       STATE    WHY\na        running\nlong-id  x        y\n",
    );
  });

  it("breaks a long cell between words and goes on below it", () => {
    const table = renderTable(shape, [row("a", "failed", "word ".repeat(30).trim())], plain);
    expect(table.split("\n").every((line) => line.length <= 80)).toBe(true);
    expect(table.match(/word/gu)).toHaveLength(30);
  });

  it("gives a last cell that stands for several columns the rest of the line", () => {
    const [, line] = renderTable(shape, [row("a", "x".repeat(70))], plain).split("\n");
    expect(line).toBe(`a   ${"x".repeat(70)}`);
  });

  it("paints whole cells without changing their width", () => {
    const style: Style = { columns: 80, paint: (tone, text) => `<${tone}>${text}</>` };
    const table = renderTable(shape, [[{ text: "a", tone: "bad" }, { text: "b" }]], style);
    expect(table).toContain("<bad>a</>   b");
  });

  it("counts wide characters twice and accents not at all", () => {
    expect(displayWidth("日本")).toBe(4);
    expect(displayWidth("e\u0301")).toBe(1);
    expect(breakText("日本日本", 4)).toEqual(["日本", "日本"]);
  });

  it("is never wider than 80 columns and loses no character of an id, however long", () => {
    const word = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 120 });
    const id = word.map((text) => text.replaceAll(/\s/gu, "-"));
    fc.assert(
      fc.property(fc.array(fc.tuple(id, word), { minLength: 1, maxLength: 5 }), (cells) => {
        const rows = cells.map(([name, why]) => row(name, "running", why));
        const lines = renderTable(shape, rows, plain).split("\n");
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
        const first = cells[0]?.[0] ?? "";
        const letters = [...new Set(first)].filter((letter) => letter !== " ");
        for (const letter of letters) expect(lines.join("")).toContain(letter);
      }),
    );
  });
});
