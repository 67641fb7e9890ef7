import type { SettingValues } from "@dpm/config";
import { createLogger, type Logger } from "@dpm/logger";

/**
 * The daemon's own log. In the foreground it goes to standard error, as text unless the settings ask for JSON lines;
 * detached there is nobody to read that, and it goes to the file.
 */
export function openLog(
  settings: SettingValues,
  { detached, defaultFile }: { readonly detached: boolean; readonly defaultFile: string },
): Logger {
  const console = detached ? "none" : settings.logFormat === "json" ? "json" : "pretty";
  return createLogger({
    level: settings.logLevel,
    console,
    file: settings.logFile ?? (detached ? defaultFile : null),
    maxBytes: settings.logMaxBytes === Number.POSITIVE_INFINITY ? null : settings.logMaxBytes,
    backups: settings.logBackups,
  });
}
