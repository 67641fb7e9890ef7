import { normalize } from "node:path";
import type { Position } from "../source/source-node.ts";
import type { Problem } from "../source/problem.ts";
import { formatPlace } from "../values/format-place.ts";
import type { ResolvedProcess } from "./resolved-process.ts";

interface Use {
  readonly process: ResolvedProcess;
  readonly at: Position;
}

/**
 * Reports log files that two processes would write to, also two instances of one: each rotates what the other writes, and
 * nobody can tell the lines apart. Devices, such as /dev/null, may be shared.
 */
export function checkLogFiles(
  processes: readonly ResolvedProcess[],
  report: (problem: Problem) => void,
): void {
  const uses = new Map<string, Use>();
  for (const process of processes) {
    const { capture, stdoutLogfile, stderrLogfile, redirectStderr } = process.values;
    if (capture === "none") continue;
    const files = [
      ["stdoutLogfile", stdoutLogfile],
      ["stderrLogfile", redirectStderr ? null : stderrLogfile],
    ] as const;
    for (const [key, path] of files) {
      if (path === null || path.startsWith("/dev/")) continue;
      const file = normalize(path);
      const at = process.stack.placeOf(key, process.node);
      const other = uses.get(file);
      if (other === undefined) uses.set(file, { process, at });
      else if (other.process !== process) report({ at, ...describe(file, process, other) });
    }
  }
}

function describe(
  file: string,
  { baseId }: ResolvedProcess,
  { process, at }: Use,
): Omit<Problem, "at"> {
  if (process.baseId !== baseId)
    return {
      message: `${file} is the log of ${process.id} too, at ${formatPlace(at)}; each process needs a log file of its own`,
    };
  return {
    message: `${file} would be the log of several instances of ${baseId}`,
    hint: "put ${ID} or ${INSTANCE} into its name",
  };
}
