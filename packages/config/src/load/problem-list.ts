import { dpmError } from "@dpm/errors";
import type { Problem } from "../source/problem.ts";
import { formatPlace } from "../values/format-place.ts";

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

  /** Throws `ERR_DPM_CONFIG_INVALID` with all problems in order of file, line and column, when there is any. */
  throwIfAny(): void {
    if (!this.isEmpty) {
      throw dpmError("ERR_DPM_CONFIG_INVALID", {
        problems: [...this.#problems.values()].toSorted(byPlace),
      });
    }
  }
}

function byPlace(left: Problem, right: Problem): number {
  if (left.at.file !== right.at.file) {
    return left.at.file < right.at.file ? -1 : 1;
  }
  return left.at.line - right.at.line || left.at.column - right.at.column;
}
