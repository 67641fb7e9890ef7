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

  /** The problems in order of file, line and column: all of them, or the first thousand. */
  get told(): { readonly problems: readonly Problem[]; readonly total: number } {
    const problems = [...this.#problems.values()].toSorted(byPlace);
    return { problems: problems.slice(0, mostTold), total: problems.length };
  }

  /** Throws `ERR_DPM_CONFIG_INVALID` with what is {@link told}, when there is any problem. */
  throwIfAny(): void {
    if (!this.isEmpty) {
      throw dpmError("ERR_DPM_CONFIG_INVALID", this.told);
    }
  }
}

function byPlace(left: Problem, right: Problem): number {
  if (left.at.file !== right.at.file) {
    return left.at.file < right.at.file ? -1 : 1;
  }
  return left.at.line - right.at.line || left.at.column - right.at.column;
}
