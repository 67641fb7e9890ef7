/** Which processes a command is about; all lists empty means every defined one. */
export interface Selection {
  /** Ids, or globs over ids. */
  readonly ids: readonly string[];
  readonly groups: readonly string[];
  readonly pids: readonly number[];
}

/** A key and the text of its new value. */
export interface Assignment {
  readonly key: string;
  readonly value: string;
}

/** The shells that completion is written for. */
export type Shell = "bash" | "zsh" | "fish";

/** A time in the past: so long ago, or at that time, in ms since 1970. */
export type Since =
  | { readonly kind: "ago"; readonly ms: number }
  | { readonly kind: "at"; readonly ms: number };

/** What was typed, checked and typed: one member for each command of the table. */
export type Command =
  | { readonly kind: "start" | "stop" | "restart" | "ping"; readonly selection: Selection }
  | { readonly kind: "signal"; readonly selection: Selection; readonly signal: string }
  | { readonly kind: "scale"; readonly id: string; readonly count: number }
  | {
      readonly kind: "config-display";
      readonly selection: Selection;
      readonly origin: boolean;
      readonly overrides: boolean;
    }
  | { readonly kind: "config-reload"; readonly dryRun: boolean }
  | {
      readonly kind: "config-set" | "config-add";
      readonly id: string;
      readonly assignments: readonly Assignment[];
    }
  | { readonly kind: "config-delete"; readonly id: string }
  | { readonly kind: "config-validate" }
  | { readonly kind: "setting-display"; readonly name: string | null; readonly origin: boolean }
  | { readonly kind: "setting-set"; readonly assignments: readonly Assignment[] }
  | { readonly kind: "setting-reload" }
  | {
      readonly kind: "logs";
      readonly id: string;
      readonly follow: boolean;
      readonly lines: number | null;
      readonly since: Since | null;
      readonly timestamps: boolean;
    }
  /** `program`: as typed; null for the one that runs. */
  | {
      readonly kind: "upgrade";
      readonly program: string | null;
      readonly readyWithinMs: number | null;
    }
  | { readonly kind: "shutdown"; readonly leave: boolean }
  /** `clientOnly`: the version of the client alone, without asking a server. */
  | { readonly kind: "version"; readonly clientOnly: boolean }
  | { readonly kind: "help"; readonly topic: readonly string[] }
  | { readonly kind: "completion"; readonly shell: Shell };

/** The member of {@link Command} with a given kind. */
export type CommandOf<K extends Command["kind"]> = Command & { readonly kind: K };
