import { countPolicyStarts } from "../backoff.ts";
import type { Clock } from "../ports/clock.ts";
import type { ProcessStatus } from "../process-status.ts";
import { instanceOf, type ProcessEntry } from "./process-entry.ts";

/** What clients see of a process right now. */
export function statusOf(entry: ProcessEntry, clock: Clock): ProcessStatus {
  const { definition, situation } = entry;
  const { state } = situation;
  const instance = instanceOf(situation);
  const nowMs = clock.monotonicMs();
  const limit = definition.startLimit;
  return {
    id: entry.id,
    baseId: definition.baseId,
    group: definition.group,
    enabled: definition.enabled,
    state: state.kind,
    desired: situation.desired,
    ready: situation.ready,
    health: situation.health,
    pid: instance?.pid ?? null,
    startedAtMs: instance?.startedAt ?? null,
    uptimeMs:
      instance !== null && (state.kind === "running" || state.kind === "stopping")
        ? Math.round(Math.max(0, nowMs - state.sinceMs))
        : null,
    restarts: situation.restarts,
    lastExit: situation.lastExit,
    reason: definition.enabled || state.kind !== "stopped" ? situation.reason : "disabled",
    nextAttemptAtMs:
      state.kind === "backoff"
        ? Math.round(clock.wallMs() + Math.max(0, state.notBeforeMs - nowMs))
        : null,
    eventSequence: entry.sequence,
    instance: definition.instance,
    limitUsed: limit === null ? 0 : countPolicyStarts(situation.history, limit, nowMs),
    limit: limit?.count ?? 0,
  };
}
