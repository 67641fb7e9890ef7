import type { Effect } from "../effects.ts";
import type { Hook, HookAction, HookFacts } from "../model/hook.ts";
import type { RateLimit } from "../model/rate-limit.ts";
import type { HookRunner } from "../ports/hook-runner.ts";
import type { Kernel } from "./kernel.ts";
import type { ProcessEntry } from "./process-entry.ts";

/** Runs the hooks of an event, within their rate limits. */
export interface HookDispatcher {
  run(entry: ProcessEntry, effect: Extract<Effect, { readonly kind: "run-hook" }>): void;
}

/** The actions that the supervisor itself carries out. */
export type InnerAction = Extract<
  HookAction,
  { readonly kind: "restart" | "stop-group" | "start" }
>;

/** Hooks that restart, stop and start can set each other off in a circle: without a limit of their own they have this one. */
const innerLimit: RateLimit = { count: 5, windowMs: 60_000 };

/** Makes a dispatcher; `act` is called for what the supervisor does itself, after the event that set it off is over. */
export function createHookDispatcher(
  kernel: () => Kernel,
  hookRunner: HookRunner,
  act: (entry: ProcessEntry, action: InnerAction, event: string) => void,
): HookDispatcher {
  const runOne = (entry: ProcessEntry, hook: Hook, facts: HookFacts): void => {
    const { action, timeoutMs } = hook;
    if (action.kind === "exec" || action.kind === "http" || action.kind === "mail") {
      hookRunner.run(action, facts, { timeoutMs });
      return;
    }
    void Promise.resolve().then(() => act(entry, action, hook.event));
  };
  return {
    run: (entry, { event, pid, exit }) => {
      const { hooks } = entry.definition;
      if (hooks.length === 0) return;
      const { clock, troubles } = kernel();
      const report = exit?.report;
      const facts: HookFacts = {
        id: entry.id,
        event,
        pid,
        code: report?.kind === "exited" ? report.code : null,
        signal: report?.kind === "signalled" ? report.signal : null,
        count: entry.situation.restarts,
      };
      for (const [index, hook] of hooks.entries()) {
        if (hook.event !== event) continue;
        if (admit(entry, index, { limit: limitOf(hook), nowMs: clock.monotonicMs() }))
          runOne(entry, hook, facts);
        else
          troubles.report(
            "hook",
            `${entry.id}: a hook of ${event} was held back by its rate limit`,
          );
      }
    },
  };
}

function limitOf({ rateLimit, action }: Hook): RateLimit | null {
  if (rateLimit !== null) return rateLimit;
  return action.kind === "restart" || action.kind === "stop-group" || action.kind === "start"
    ? innerLimit
    : null;
}

/** Counts a run against the limit; a run that is held back does not count, so that the gate opens again. */
function admit(
  entry: ProcessEntry,
  index: number,
  { limit, nowMs }: { readonly limit: RateLimit | null; readonly nowMs: number },
): boolean {
  if (limit === null) return true;
  const recent = (entry.hookRuns?.get(index) ?? []).filter((at) => nowMs - at < limit.windowMs);
  const isAdmitted = recent.length < limit.count;
  entry.hookRuns ??= new Map();
  entry.hookRuns.set(index, isAdmitted ? [...recent, nowMs] : recent);
  return isAdmitted;
}
