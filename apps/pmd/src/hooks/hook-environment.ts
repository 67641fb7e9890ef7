import type { HookFacts } from "@dpm/process-core";

/** The facts of an event as the variables that an executed hook gets; what is unknown is absent. */
export function hookEnvironment(facts: HookFacts): Record<string, string> {
  return {
    DPM_ID: facts.id,
    DPM_EVENT: facts.event,
    DPM_COUNT: String(facts.count),
    ...(facts.pid === null ? {} : { DPM_PID: String(facts.pid) }),
    ...(facts.code === null ? {} : { DPM_CODE: String(facts.code) }),
    ...(facts.signal === null ? {} : { DPM_SIGNAL: facts.signal }),
  };
}
