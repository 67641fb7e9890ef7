import { runInside } from "./namespace/run-inside.ts";
import type { Options } from "./options.ts";
import type { Figures, Row } from "./row.ts";
import { measuredOrder } from "./rows/index.ts";
import type { SystemName } from "./system.ts";
import { systems } from "./systems/index.ts";

/** Figures of every run, by row and system; what failed says why instead. */
export interface Outcome {
  readonly figures: ReadonlyMap<string, readonly Figures[]>;
  readonly failures: ReadonlyMap<string, string>;
}

/** The key of an outcome. */
export const keyOf = (row: string, system: SystemName): string => `${row} ${system}`;

/** Rows that one stage serves. */
function groupBySetup(options: Options): Row[][] {
  const wanted = measuredOrder.filter(({ id }) => options.rows.includes(id));
  return [...Map.groupBy(wanted, (row) => JSON.stringify(row.setup(options.scale))).values()];
}

/** Measures all that is asked for: run by run, and in each run system by system, so that a slow minute hits all alike. */
export async function bench(
  options: Options,
  present: readonly SystemName[],
  programs: string,
): Promise<Outcome> {
  const figures = new Map<string, Figures[]>();
  const failures = new Map<string, string>();
  for (const group of groupBySetup(options)) {
    for (let run = 1; run <= options.runs; run += 1) {
      for (const system of present) {
        const fitting = group.filter((row) => row.fits(systems[system]));
        const [first] = fitting;
        if (first === undefined) continue;
        const ids = fitting.map(({ id }) => id);
        const began = performance.now();
        const plan = { system, rows: ids, setup: first.setup(options.scale), scale: options.scale };
        await runInside(plan, programs, (report) => {
          if (report.kind === "done") return;
          const key = keyOf(report.row, system);
          if (report.kind === "failed") failures.set(key, report.message);
          else figures.set(key, [...(figures.get(key) ?? []), report.figures]);
        }).catch((error: unknown) => {
          for (const id of ids) failures.set(keyOf(id, system), String(error));
        });
        const took = ((performance.now() - began) / 1_000).toFixed(1);
        console.error(`run ${run}/${options.runs}: ${system}: ${ids.join(" ")} (${took} s)`);
      }
    }
  }
  return { figures, failures };
}
