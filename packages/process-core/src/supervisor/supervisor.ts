import type { Supervisor, SupervisorOptions } from "./supervisor-api.ts";

/** Makes a supervisor; it does nothing before `start`. */
export function createSupervisor(_options: SupervisorOptions): Supervisor {
  throw new Error("not yet");
}
