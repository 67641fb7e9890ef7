/** What to execute and in which surroundings; complete, so that an engine adds nothing of its own. */
export interface Program {
  /** Program and arguments; never empty, never given to a shell. */
  readonly argv: readonly [string, ...string[]];
  /** Working directory; null: `/`. */
  readonly directory: string | null;
  /** The whole environment that is configured for it; the engine adds PATH, HOME, USER, LOGNAME, SHELL, LANG, TZ where absent, and nothing else. */
  readonly environment: Readonly<Record<string, string>>;
  /** Names of the daemon's own variables to hand on where they exist. */
  readonly passEnvironment: readonly string[];
  readonly user: string | null;
  readonly userGroup: string | null;
  readonly umask: number | null;
  /** -20 to 19. */
  readonly nice: number | null;
  /** Soft and hard limits by their `ulimit` names, for example `nofile`. */
  readonly limits: Readonly<Record<string, { readonly soft: number; readonly hard: number }>>;
  readonly output: Output;
}

/** Where standard output and standard error go. */
export interface Output {
  /** `pipe`: captured by the engine. `file`: the process holds the file itself. `none`: discarded. */
  readonly capture: "pipe" | "file" | "none";
  /** Absolute; null for none. */
  readonly stdoutFile: string | null;
  /** Absolute; the same as `stdoutFile` when merged. */
  readonly stderrFile: string | null;
  /** Rotation at this size; null: never by size. */
  readonly maxBytes: number | null;
  /** Rotation this long after the first byte; null: never by age. */
  readonly maxAgeMs: number | null;
  /** Rotated files kept. */
  readonly backups: number;
  /** What the rotated files may take together; null: any. */
  readonly totalBytes: number | null;
  /** Whether rotated files are compressed, but for the newest. */
  readonly compress: boolean;
}
