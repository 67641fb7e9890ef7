import { dpmError } from "@dpm/errors";
import type { Problem } from "../source/problem.ts";
import { formatPlace } from "../values/format-place.ts";

// A list for people, which also has to fit into one answer of the daemon.
const mostTold = 1000;

/** Gathers what is wrong, each thing once, so that all of it can be told at once. */
export class ProblemList {
  readonly #problems = new Map<string, Problem>();

  /** Adds a problem, unless it is known already. */
  readonly report = (problem: Problem): void => {
    this.#problems.set(`${formatPlace(problem.at)}: ${problem.message}`, problem);
  };

  get isEmpty(): boolean {
    return this.#problems.size === 0;
  }

  /** Throws `ERR_DPM_CONFIG_INVALID` with the problems in order of file, line and column, when there is any: all of them, or the first thousand. */
  throwIfAny(): void {
    if (!this.isEmpty) {
      const problems = [...this.#problems.values()].toSorted(byPlace);
      const total = problems.length;
      throw dpmError("ERR_DPM_CONFIG_INVALID", { problems: problems.slice(0, mostTold), total });
    }
  }
}

function byPlace(left: Problem, right: Problem): number {
  if (left.at.file !== right.at.file) {
    return left.at.file < right.at.file ? -1 : 1;
  }
  return left.at.line - right.at.line || left.at.column - right.at.column;
}
