import type { Problem } from "../source/problem.ts";
import { formatPlace } from "../values/format-place.ts";
import type { Document } from "./document.ts";
import type { ResolvedProcess } from "./resolved-process.ts";

/** Reports ids that stand for two processes once `numProcs` was applied. */
export function checkIds(
  processes: readonly ResolvedProcess[],
  { processes: sources }: Pick<Document, "processes">,
  report: (problem: Problem) => void,
): void {
  const owners = new Map<string, string>();
  for (const { id, baseId } of processes) {
    const owner = owners.get(id) ?? (sources.has(id) ? id : undefined);
    owners.set(id, baseId);
    const at = sources.get(baseId)?.at;
    const other = owner === undefined || owner === baseId ? undefined : sources.get(owner)?.at;
    if (at !== undefined && other !== undefined) {
      report({
        at,
        message: `an instance of ${baseId} would have the id ${id}, which is taken at ${formatPlace(other)}`,
      });
    }
  }
}
