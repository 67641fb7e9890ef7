import { dpmError } from "@dpm/errors";
import type { Kernel } from "../supervisor/kernel.ts";
import { isStuck, type ProcessEntry } from "../supervisor/process-entry.ts";
import { toStartError } from "../start-error.ts";
import { failed, fulfilled, type Verdict } from "./row-collector.ts";

/** Whether a start succeeded: ready, with a launch after `afterLaunch` (-1: any); or why not. The first failure counts, even if the policy goes on trying. */
export function judgeStart(
  kernel: Kernel,
  entry: ProcessEntry,
  afterLaunch: number,
): () => Verdict {
  const { id } = entry;
  const beganMs = kernel.clock.monotonicMs();
  return () => {
    const { situation } = entry;
    const { state, failure } = situation;
    if (entry.gone || entry.leaving) return failed(dpmError("ERR_DPM_PROCESS_REMOVED", { id }));
    if (!entry.definition.enabled) return failed(dpmError("ERR_DPM_PROCESS_DISABLED", { id }));
    if (isStuck(situation) && state.kind === "stopping") {
      return failed(dpmError("ERR_DPM_PROCESS_UNKILLABLE", { id, pids: state.survivors }));
    }
    const isNew = situation.launch > afterLaunch;
    if (state.kind === "exited" && isNew) {
      if (failure !== null) return failed(toStartError(id, failure));
      return fulfilled;
    }
    if (kernel.closing) return failed(dpmError("ERR_DPM_PROCESS_SHUTTING_DOWN", {}));
    if (situation.desired === "down")
      return failed(dpmError("ERR_DPM_PROCESS_SUPERSEDED", { id, by: "stop" }));
    if (state.kind === "waiting") {
      return state.failure === null
        ? null
        : failed(dpmError("ERR_DPM_PROCESS_DEPENDENCY_FAILED", { id, reason: state.failure }));
    }
    if (!isNew) return null;
    if (failure !== null) {
      const mayPass = failure.kind === "launch-failed" && failure.failure.passing;
      // A launch that fails for want of memory or processes may work in a moment; its answer waits as long as a start may take.
      if (mayPass && kernel.clock.monotonicMs() - beganMs < entry.definition.startTimeoutMs)
        return null;
      return failed(toStartError(id, failure));
    }
    return state.kind === "running" && situation.ready ? fulfilled : null;
  };
}
