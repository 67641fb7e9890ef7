import type { Position } from "../source/source-node.ts";

/**
 * The layers that values come from, weakest first: `settings` for the daemon's own, `defaults`, `group` and `process` for processes.
 * Which file a layer stands in is told by the place.
 */
export const layers = [
  "built-in",
  "defaults",
  "group",
  "process",
  "settings",
  "local",
  "environment",
  "command-line",
] as const;

/** Where in the order of strength a value was set. */
export type Layer = (typeof layers)[number];

/** Where a value was set. */
export interface Origin {
  readonly layer: Layer;
  /** Null for what is built in, comes from a variable of the daemon or from its command line. */
  readonly at: Position | null;
  /** The `DPM_*` variable of the daemon, for the layer `environment`. */
  readonly variable: string | null;
}

/** A value that a stronger layer hides; secrets are masked. */
export interface HiddenValue extends Origin {
  readonly value: string;
}

/** Where an effective value was set, and what it hides, strongest first. */
export interface ValueOrigin extends Origin {
  readonly hides: readonly HiddenValue[];
}
