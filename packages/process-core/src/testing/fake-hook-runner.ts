import type { HookAction, HookFacts } from "../model/hook.ts";
import type { HookRunner } from "../ports/hook-runner.ts";

/** One hook that was to be run. */
export interface HookRun {
  readonly action: HookAction;
  readonly facts: HookFacts;
  readonly timeoutMs: number;
}

/** A hook runner that only notes what it is asked. */
export interface FakeHookRunner extends HookRunner {
  readonly runs: readonly HookRun[];
  /** The runs since the last time. */
  take(): readonly HookRun[];
}

/** Makes a runner that has run nothing. */
export function createFakeHookRunner(): FakeHookRunner {
  const runs: HookRun[] = [];
  return {
    runs,
    take: () => runs.splice(0),
    run: (action, facts, { timeoutMs }) => void runs.push({ action, facts, timeoutMs }),
  };
}
