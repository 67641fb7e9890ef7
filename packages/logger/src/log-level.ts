/** How much is logged: a level and all above it. */
export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** One of the log levels; `silent` logs nothing. */
export type LogLevel = (typeof logLevels)[number];

/** Whether a text, for example from a configuration, names a level. */
export function isLogLevel(text: string): text is LogLevel {
  return (logLevels as readonly string[]).includes(text);
}
