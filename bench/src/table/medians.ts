import type { Figures } from "../row.ts";
import { median } from "./median.ts";

/** The median of each figure over the runs. */
export function medians(runs: readonly Figures[]): Figures {
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, median(runs.flatMap((figures) => figures[name] ?? []))]),
  );
}
