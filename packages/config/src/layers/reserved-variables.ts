/** `DPM_` variables that are no part of the configuration: what `pmd` reads for its own start, what hooks are told, and where tests end it. */
export const reservedVariables: ReadonlySet<string> = new Set([
  "DPM_CONFIG",
  "DPM_STATE_DIR",
  "DPM_RUNTIME_DIR",
  "DPM_LOG_DIR",
  "DPM_LISTEN",
  "DPM_LOG_LEVEL",
  "DPM_DAEMON",
  "DPM_ID",
  "DPM_EVENT",
  "DPM_PID",
  "DPM_CODE",
  "DPM_SIGNAL",
  "DPM_COUNT",
  "DPM_FAILPOINTS",
]);
