export { escapeControls } from "./escape-controls.ts";
export { isLogLevel, type LogLevel, logLevels } from "./log-level.ts";
export {
  type ConsoleStream,
  createLogger,
  type LogFields,
  type Logger,
  type LoggerOptions,
} from "./logger.ts";
