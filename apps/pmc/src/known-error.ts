import { type DpmError, dpmError, isDpmError } from "@dpm/errors";

/** The error as one of ours; anything unexpected becomes ERR_DPM_INTERNAL with what was thrown as its cause. */
export function toKnownError(error: unknown): DpmError {
  if (isDpmError(error)) return error;
  return dpmError("ERR_DPM_INTERNAL", { incident: crypto.randomUUID().slice(0, 8) }, error);
}
