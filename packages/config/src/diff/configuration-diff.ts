/** What differs between two configurations; lists in order of id or name. */
export interface ConfigurationDiff {
  readonly added: readonly string[];
  readonly changed: readonly ChangedProcess[];
  readonly removed: readonly string[];
  readonly settings: readonly ChangedSetting[];
}

/** A process that both configurations have, with other values. */
export interface ChangedProcess {
  readonly id: string;
  readonly keys: readonly string[];
  /** Whether the change only takes effect in a new instance. */
  readonly restart: boolean;
}

/** A setting with another value. */
export interface ChangedSetting {
  readonly name: string;
  /** Whether the change only takes effect when the daemon is started again. */
  readonly needsRestart: boolean;
}
