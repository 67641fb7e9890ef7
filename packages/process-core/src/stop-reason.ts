/** Why an instance is being ended. The first reason of a stop is kept. */
export type StopReason =
  /** Somebody asked for it. */
  | "requested"
  /** Somebody asked for a new instance. */
  | "restart-requested"
  /** Its program changed in the configuration. */
  | "definition-changed"
  /** It is no longer in the configuration. */
  | "removed"
  /** It was disabled in the configuration. */
  | "disabled"
  /** The daemon ends and takes its processes along. */
  | "shutdown"
  /** It was not ready in time. */
  | "start-timeout"
  /** Its health probe failed too often. */
  | "probe"
  /** The main process ended by itself; what it left behind is cleared away. */
  | "main-ended";

const phrases: Readonly<Record<StopReason, string>> = {
  requested: "stop requested",
  "restart-requested": "restart requested",
  "definition-changed": "its definition changed",
  removed: "removed from the configuration",
  disabled: "disabled in the configuration",
  shutdown: "the daemon shuts down",
  "start-timeout": "not ready in time",
  probe: "its health probe failed",
  "main-ended": "clearing away what the main process left",
};

/** A stop reason as people read it. */
export function phraseOfStopReason(reason: StopReason): string {
  return phrases[reason];
}

/** Whether the supervisor's restart policy has no say, since the end was somebody's will. */
export function isOwnStop(reason: StopReason): boolean {
  return reason !== "start-timeout" && reason !== "probe" && reason !== "main-ended";
}

/** Whether the reason changes what is wanted: after it the process is wanted down. */
export function makesUnwanted(reason: StopReason): boolean {
  return reason === "requested" || reason === "removed" || reason === "disabled";
}
