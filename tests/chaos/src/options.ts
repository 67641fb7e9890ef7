import { existsSync } from "node:fs";
import { parseArgs } from "node:util";

/** What a run of the driver is to do. */
export interface ChaosOptions {
  readonly rounds: number;
  readonly seed: number;
  /** The number of the first round: with the same seed it is the same again. */
  readonly first: number;
  readonly engine: string | null;
  readonly program: string | null;
  /** The page that the record is written to. */
  readonly record: string | null;
  readonly verbose: boolean;
}

/** What the words of the command line mean. */
export type ReadOptions =
  | { readonly kind: "options"; readonly options: ChaosOptions }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly why: string };

/** How the driver is called. */
export const usage = `Usage: pnpm chaos [options]

Kills pmd in many ways under load and checks after each round what must hold.

  --rounds N      how many rounds; default 100
  --seed S        what happens in them; default: by the clock, and printed
  --first N       begin with this round of the seed, to have it again; default 0
  --engine NAME   posix or node; default: that of pmd
  --program FILE  the main module of pmd; default: the built one
  --record FILE   write the result into this page
  --verbose       tell of every round
  --help          this

Exit status 1: something did not hold. 2: the command line is wrong.
`;

const known = {
  rounds: { type: "string", default: "100" },
  seed: { type: "string" },
  first: { type: "string", default: "0" },
  engine: { type: "string" },
  program: { type: "string" },
  record: { type: "string" },
  verbose: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the words of the command line; never throws. */
export function readOptions(words: readonly string[]): ReadOptions {
  try {
    const { values } = parseArgs({ args: [...words], options: known });
    if (values.help) return { kind: "help" };
    const { engine = null, program = null, record = null, verbose } = values;
    if (engine !== null && engine !== "posix" && engine !== "node")
      throw new Error(`--engine: there is no engine '${engine}', only posix and node`);
    if (program !== null && !existsSync(program))
      throw new Error(`--program: there is no file '${program}'`);
    const rounds = toCount("rounds", values.rounds);
    if (rounds === 0) throw new Error("--rounds: at least one is needed");
    const seed = toCount("seed", values.seed ?? String(Date.now() % 1_000_000));
    const first = toCount("first", values.first);
    return { kind: "options", options: { rounds, seed, first, engine, program, record, verbose } };
  } catch (error) {
    // Node ends its sentences in one way and goes on with advice in another.
    const [why = ""] = (error instanceof Error ? error.message : String(error)).split(". To ");
    return { kind: "wrong", why };
  }
}

function toCount(name: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Error(`--${name}: '${text}' is no whole number`);
  return Number(text);
}
