import { parseArgs } from "node:util";
import type { Scale } from "./row.ts";
import { rows } from "./rows/index.ts";
import { type SystemName, systemNames } from "./system.ts";

/** What the command line asks for. */
export interface Options {
  readonly rows: readonly string[];
  readonly systems: readonly SystemName[];
  readonly runs: number;
  readonly scale: Scale;
  /** A page between whose markers the table goes. */
  readonly markdown: string | null;
  readonly json: string | null;
  /** Fetch the peers that are missing first. */
  readonly install: boolean;
  readonly help: boolean;
}

/** How it is used. */
export const usage: string = `Usage: pnpm bench [OPTION]...

  --only ROW[,ROW]   of: ${rows.map(({ id }) => id).join(" ")}
  --systems A[,B]    of: ${systemNames.join(" ")}
  --runs N           runs of everything, interleaved; the table has medians [5]
  --services N       instead of 1,000
  --many N           instead of 10,000
  --megabytes N      of lines, instead of 500
  --idle SECONDS     instead of 30
  --kills N          services that are killed in a run [25]
  --install          first fetch missing peers: by apt-get, and pm2 from npm into the cache folder
  --markdown FILE    also write the table between the markers of this page
  --json FILE        also write every run's figures`;

/** Reads the words of the command line; throws with what is wrong. */
export function readOptions(words: readonly string[]): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    // pnpm hands over the "--" that ends its own options.
    args: words.filter((word) => word !== "--"),
    options: {
      only: text,
      systems: text,
      runs: text,
      services: text,
      many: text,
      megabytes: text,
      idle: text,
      kills: text,
      markdown: text,
      json: text,
      install: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  return {
    rows: choose(
      values.only,
      rows.map(({ id }) => id),
      "row",
    ),
    systems: choose(values.systems, systemNames, "system"),
    runs: count(values.runs, 5),
    scale: {
      services: count(values.services, 1_000),
      many: count(values.many, 10_000),
      bytes: count(values.megabytes, 500) * 1_000_000,
      idleSeconds: count(values.idle, 30),
      kills: count(values.kills, 25),
    },
    markdown: values.markdown ?? null,
    json: values.json ?? null,
    install: values.install === true,
    help: values.help === true,
  };
}

function choose<T extends string>(
  list: string | undefined,
  known: readonly T[],
  what: string,
): T[] {
  if (list === undefined) return [...known];
  const wanted = list.split(",");
  const unknown = wanted.find((name) => !known.some((one) => one === name));
  if (unknown !== undefined)
    throw new Error(`${unknown} is no ${what}; there are ${known.join(" ")}`);
  return known.filter((name) => wanted.includes(name));
}

function count(word: string | undefined, otherwise: number): number {
  if (word === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(word)) throw new Error(`${word} is no number above 0`);
  return Number(word);
}
