import { dpmError, type DpmError } from "@dpm/errors";
import { phraseOfExit, phraseOfLaunchFailure, phraseOfStartFailure } from "./phrases.ts";
import type { StartFailure } from "./states.ts";

/** Why a start failed, as the error of its row. */
export function toStartError(id: string, failure: StartFailure): DpmError {
  switch (failure.kind) {
    case "launch-failed": {
      const { stage, errno, path, passing } = failure.failure;
      const phrase = phraseOfLaunchFailure(failure.failure);
      return dpmError("ERR_DPM_PROCESS_LAUNCH_FAILED", { id, phrase, stage, errno, path, passing });
    }
    case "ended":
      return dpmError("ERR_DPM_PROCESS_ENDED_EARLY", {
        id,
        how: phraseOfExit(failure.exit.report),
      });
    case "not-ready-in-time":
      return dpmError("ERR_DPM_PROCESS_NOT_READY_IN_TIME", {
        id,
        timeoutMs: failure.timeoutMs,
        phrase: phraseOfStartFailure(failure),
      });
    case "limit-reached":
      return dpmError("ERR_DPM_PROCESS_START_LIMIT", {
        id,
        count: failure.count,
        windowMs: failure.windowMs,
      });
  }
}
