import type { World } from "../world.ts";

/** How a word is meant; the colours are chosen here alone. */
export type Tone = "good" | "changing" | "bad" | "quiet" | "title";

/** How to write on one output. */
export interface Style {
  /** The widest line of a table. */
  readonly columns: number;
  readonly paint: (tone: Tone, text: string) => string;
}

const formats = {
  good: "green",
  changing: "yellow",
  bad: "red",
  quiet: "dim",
  title: "bold",
} as const;

const widestTable = 80;
const narrowestTable = 40;

/** The style for standard output: colours only on a terminal, and not when NO_COLOR or `--no-color` says so. */
export function styleOf(world: Pick<World, "environment" | "stdout">, wantsColor: boolean): Style {
  const { isTerminal, columns } = world.stdout;
  const refused =
    (world.environment["NO_COLOR"] ?? "") !== "" || world.environment["TERM"] === "dumb";
  const colors = isTerminal && wantsColor && !refused;
  return {
    columns: isTerminal ? Math.max(narrowestTable, columns || widestTable) : widestTable,
    paint: (tone, text) =>
      colors
        ? process
            .getBuiltinModule("node:util")
            .styleText(formats[tone], text, { validateStream: false })
        : text,
  };
}
