import type { ProbeCheck } from "../model/probe.ts";
import type { ProbeAnswer, Prober } from "../ports/prober.ts";

/** A prober that answers what it is told to. */
export interface FakeProber extends Prober {
  /** Decides each answer; a promise that never resolves is a question without an answer. */
  answer: (check: ProbeCheck) => ProbeAnswer | Promise<ProbeAnswer>;
  readonly questions: readonly { readonly check: ProbeCheck; readonly failAfterMs: number }[];
  readonly cancelled: number;
}

/** Makes a prober to whom everything is well. */
export function createFakeProber(): FakeProber {
  const questions: { check: ProbeCheck; failAfterMs: number }[] = [];
  let cancelled = 0;
  const prober: FakeProber = {
    answer: () => ({ kind: "passed" }),
    questions,
    get cancelled() {
      return cancelled;
    },
    ask: (check, { failAfterMs }) => {
      questions.push({ check, failAfterMs });
      return {
        answer: Promise.resolve(prober.answer(check)),
        cancel: () => {
          cancelled += 1;
        },
      };
    },
  };
  return prober;
}
