import { pino, stdSerializers, stdTimeFunctions } from "pino";
import { type LogFile, openLogFile } from "./log-file.ts";
import type { LogLevel } from "./log-level.ts";
import { prettyLine } from "./pretty-line.ts";
import { redactedText, secretPaths } from "./redaction.ts";

/** What is said besides the message; an error goes under `err`. Secrets are replaced by their names, see `redaction.ts`. */
export type LogFields = Readonly<Record<string, unknown>>;

/** The daemon's own log. */
export interface Logger {
  trace(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  fatal(message: string, fields?: LogFields): void;
  /** A logger of the same outputs and level that adds these fields to each message. */
  child(fields: LogFields): Logger;
  readonly level: LogLevel;
  /** Changes the level of this logger and of all its children. */
  setLevel(level: LogLevel): void;
  /** Opens the log file anew; says so on the other outputs when that fails. */
  reopen(): void;
  /** Writes what waits at once, for the last moment before the process ends. */
  flushSync(): void;
  /** Resolves when all that was logged is written; nothing is logged afterwards. */
  close(): Promise<void>;
}

/** Where lines for people go; standard error fits. */
export interface ConsoleStream {
  write(text: string): unknown;
  on?(event: "error", listener: (error: Error) => void): unknown;
  readonly isTTY?: boolean;
}

/** Settings of a logger. */
export interface LoggerOptions {
  readonly level: LogLevel;
  /** `pretty`: one line for people; `json`: one record a line; `none`: only the file. */
  readonly console: "pretty" | "json" | "none";
  /** Standard error unless told. */
  readonly stream?: ConsoleStream;
  /** Escape codes in pretty lines; when the stream is a terminal and NO_COLOR is not set, unless told. */
  readonly color?: boolean;
  /** The log file, JSON lines; null or absent: none. */
  readonly file?: string | null;
  /** Bytes at which the file is rotated; null: never. 50 MiB unless told. */
  readonly maxBytes?: number | null;
  /** Rotated files kept; 10 unless told. */
  readonly backups?: number;
}

type PinoLogger = pino.Logger;

const defaultMaxBytes = 50 * 1024 * 1024;
const defaultBackups = 10;

/** Makes the daemon's logger; throws ERR_DPM_DAEMON_LOG_UNUSABLE when its file can't be opened. */
export function createLogger(options: LoggerOptions): Logger {
  const file =
    options.file === undefined || options.file === null
      ? null
      : openLogFile({
          path: options.file,
          maxBytes: options.maxBytes === undefined ? defaultMaxBytes : options.maxBytes,
          backups: options.backups ?? defaultBackups,
        });
  const showOnConsole = consoleWriter(options);
  const destination = {
    write: (line: string): void => {
      file?.write(line);
      showOnConsole(line);
    },
  };
  // The level is decided below, for a logger and all its children at once; pino's own is fixed when a child is made.
  const root = pino(
    {
      level: "trace",
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: stdSerializers.err },
      redact: { paths: [...secretPaths], censor: redactedText },
    },
    destination,
  );
  return wrap(root, { file, level: options.level });
}

interface Shared {
  readonly file: LogFile | null;
  level: LogLevel;
}

function wrap(logger: PinoLogger, shared: Shared): Logger {
  const log =
    (level: Exclude<LogLevel, "silent">) =>
    (message: string, fields: LogFields = {}): void => {
      if (rank[level] >= rank[shared.level]) logger[level](fields, "%s", message);
    };
  const error = log("error");
  return {
    trace: log("trace"),
    debug: log("debug"),
    info: log("info"),
    warn: log("warn"),
    error,
    fatal: log("fatal"),
    child: (fields) => wrap(logger.child(fields), shared),
    get level() {
      return shared.level;
    },
    setLevel: (level) => {
      shared.level = level;
    },
    reopen: () => {
      const failure = shared.file?.reopen() ?? null;
      if (failure !== null)
        error("the log file could not be opened anew; the old one is kept", { err: failure });
    },
    flushSync: () => shared.file?.flushSync(),
    close: async () => {
      shared.level = "silent";
      await shared.file?.close();
    },
  };
}

const rank: Readonly<Record<LogLevel, number>> = {
  trace: 0,
  debug: 1,
  info: 2,
  warn: 3,
  error: 4,
  fatal: 5,
  silent: 6,
};

function consoleWriter({
  console: format,
  stream = process.stderr,
  color,
}: LoggerOptions): (line: string) => void {
  if (format === "none") return () => {};
  // A terminal that went away must not end the daemon.
  stream.on?.("error", () => {});
  if (format === "json") return (line) => void stream.write(line);
  const colored = color ?? (stream.isTTY === true && !process.env["NO_COLOR"]);
  return (line) => void stream.write(prettyLine(line, { color: colored }));
}
