import type { Problem } from "../source/problem.ts";
import type { Lookup } from "./expand-text.ts";

/** What gathering needs to know. */
export interface Gathering {
  /** For variables in the patterns of includes. */
  readonly lookup: Lookup;
  readonly report: (problem: Problem) => void;
}
