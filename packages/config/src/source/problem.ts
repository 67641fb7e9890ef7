import type { Position } from "./source-node.ts";

/** One thing that is wrong in a file; printed as `file:line:column: message`. */
export interface Problem {
  readonly at: Position;
  readonly message: string;
  /** The next step, such as "did you mean stopTimeout?". */
  readonly hint?: string;
}
