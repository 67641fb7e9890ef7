import type { ProbeCheck } from "../model/probe.ts";

export type ProbeAnswer = { readonly kind: "passed" } | { readonly kind: "failed"; readonly reason: string };

/** Asks a process how it is. */
export interface Prober {
  /** Always answers; no answer within the timeout is a failure. `signal` ends the question early. */
  ask(
    check: ProbeCheck,
    options: { readonly timeoutMs: number; readonly failAfterMs: number; readonly signal: AbortSignal },
  ): Promise<ProbeAnswer>;
}
