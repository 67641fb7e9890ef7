import type { ProbeCheck } from "../model/probe.ts";

export type ProbeAnswer =
  | { readonly kind: "passed" }
  | { readonly kind: "failed"; readonly reason: string };

/** Asks a process how it is. */
export interface Prober {
  /** Always answers; no answer within the timeout is a failure. */
  ask(
    check: ProbeCheck,
    options: { readonly timeoutMs: number; readonly failAfterMs: number },
  ): Question;
}

/** A question that is under way. */
export interface Question {
  readonly answer: Promise<ProbeAnswer>;
  /** Ends the question early; the answer is then a failure that nobody looks at. */
  cancel(): void;
}
