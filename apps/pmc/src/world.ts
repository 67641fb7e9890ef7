/** Where text and bytes go: standard output or standard error. */
export interface Output {
  /** Resolves when the bytes are handed on; never rejects, not even when the reader has gone. */
  write(data: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** The width of the terminal; undefined when it is none. */
  readonly columns: number | undefined;
}

/** All that a run of `pmc` knows of the world; `main.ts` alone touches the real one. */
export interface World {
  /** The words after the program's name. */
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Undefined where the system has no user numbers. */
  readonly uid: number | undefined;
  /** The version of `pmc`. */
  readonly version: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back when the user interrupts, instead of ending the program; returns what takes that back. */
  readonly onInterrupt: (listener: () => void) => () => void;
}
