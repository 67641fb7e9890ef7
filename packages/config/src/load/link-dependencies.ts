import type { Dependencies } from "../model/configuration.ts";
import type { Problem } from "../source/problem.ts";
import { createSuggester, type Suggester } from "../values/suggester.ts";
import { reportCycles } from "./report-cycles.ts";
import type { ResolvedProcess } from "./resolved-process.ts";

const keys = [
  "requires",
  "wants",
  "after",
  "before",
  "partOf",
] as const satisfies readonly (keyof Dependencies)[];

/** Replaces ids of scaled processes by those of their instances; reports names that do not exist, and cycles. */
export function linkDependencies(
  processes: readonly ResolvedProcess[],
  groups: readonly string[],
  report: (problem: Problem) => void,
): void {
  const instances = Map.groupBy(processes, ({ baseId }) => baseId);
  const ids = new Set([...processes.map(({ id }) => id), ...instances.keys()]);
  const groupNames = new Set(groups);
  const suggest = createSuggester([...ids, ...groups]);
  for (const process of processes) {
    if (keys.every((key) => process.values[key].length === 0)) {
      continue;
    }
    const link = (key: keyof Dependencies): readonly string[] =>
      process.values[key].flatMap((name) => {
        if (ids.has(name) === groupNames.has(name)) {
          report(wrongName({ process, key, name }, ids, suggest));
          return [];
        }
        return groupNames.has(name) ? [name] : (instances.get(name)?.map(({ id }) => id) ?? [name]);
      });
    process.dependencies = {
      requires: link("requires"),
      wants: link("wants"),
      after: link("after"),
      before: link("before"),
      partOf: link("partOf"),
    };
  }
  reportCycles(processes, groups, report);
}

interface Reference {
  readonly process: ResolvedProcess;
  readonly key: keyof Dependencies;
  readonly name: string;
}

function wrongName(
  { process, key, name }: Reference,
  ids: ReadonlySet<string>,
  suggest: Suggester,
): Problem {
  const at = process.stack.placeOf(key, process.node);
  const start = `${process.baseId} ${key} ${name}, and`;
  if (ids.has(name)) {
    return {
      at,
      message: `${start} both a process and a group are called so`,
      hint: "rename one of them",
    };
  }
  return { at, message: `${start} neither a process nor a group is called so`, ...suggest(name) };
}
