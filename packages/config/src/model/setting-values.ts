/** The levels of the daemon's own log, quietest last. */
export type LogLevel = "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";

/** How the daemon writes its log: text for people, JSON lines for programs, `auto` by whether it writes to a terminal. */
export type LogFormat = "auto" | "text" | "json";

/** What runs the processes: the C library of Linux or Node; `auto` takes what this system has. */
export type EngineName = "auto" | "posix" | "node";

/** One address to listen on. Paths are absolute. */
export interface ListenAddress {
  /** `host:port`, `tls://host:port` or `unix:/path`, as written. */
  readonly address: string;
  readonly certificate: string | null;
  readonly key: string | null;
  /** Clients must show a certificate that this authority signed. */
  readonly clientCa: string | null;
  /** Allows an address beyond loopback without TLS. */
  readonly insecure: boolean;
}

/** The effective value of every setting of the daemon. Durations in milliseconds, sizes in bytes, paths absolute, null: not set. */
export interface SettingValues {
  readonly listen: readonly ListenAddress[];
  readonly engine: EngineName;
  readonly logLevel: LogLevel;
  /** Null: the daemon decides. */
  readonly logFile: string | null;
  readonly logFormat: LogFormat;
  readonly logMaxBytes: number;
  readonly logBackups: number;
  readonly pollInterval: number;
  readonly maxConnections: number;
  readonly shutdownTimeout: number;
  readonly maxConcurrentStarts: number;
  /** `host:port` or an `smtp://` or `smtps://` address. */
  readonly mailServer: string | null;
  readonly mailFrom: string | null;
  readonly historyLimit: number;
}

/** The name of a setting. */
export type SettingName = keyof SettingValues;
