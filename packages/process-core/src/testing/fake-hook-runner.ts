import type { HookAction, HookFacts } from "../model/hook.ts";
import type { HookRunner } from "../ports/hook-runner.ts";

/** A hook runner that only notes what it is asked. */
export interface FakeHookRunner extends HookRunner {
  readonly runs: readonly {
    readonly action: HookAction;
    readonly facts: HookFacts;
    readonly timeoutMs: number;
  }[];
}

/** Makes a runner that has run nothing. */
export function createFakeHookRunner(): FakeHookRunner {
  const runs: { action: HookAction; facts: HookFacts; timeoutMs: number }[] = [];
  return {
    runs,
    run: (action, facts, { timeoutMs }) => void runs.push({ action, facts, timeoutMs }),
  };
}
