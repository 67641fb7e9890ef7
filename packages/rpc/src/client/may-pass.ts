import { isDpmError } from "@dpm/errors";

// What is not of the interface now will not be the next time, and whoever waits for that waits for nothing.
const lasting: readonly string[] = ["ERR_DPM_WIRE_NOT_PMD", "ERR_DPM_WIRE_ANSWER_UNREADABLE"];

/** Whether a server that could not be had for this reason may be there the next time. */
export function mayPass(error: unknown): boolean {
  return isDpmError(error) && error.category === "unavailable" && !lasting.includes(error.code);
}
