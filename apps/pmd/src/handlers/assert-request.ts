import { dpmError } from "@dpm/errors";

/** Throws ERR_DPM_DAEMON_ARGUMENT unless a request names a process. */
export function assertId(id: string): void {
  if (id === "") throw dpmError("ERR_DPM_DAEMON_ARGUMENT", { name: "id", reason: "it is missing" });
}

/** Throws ERR_DPM_DAEMON_ARGUMENT unless a request assigns something. */
export function assertAssignments(assignments: readonly unknown[]): void {
  if (assignments.length === 0) {
    throw dpmError("ERR_DPM_DAEMON_ARGUMENT", {
      name: "assignments",
      reason: "expected at least one key and its value",
    });
  }
}
