// Generated from proto/ by scripts/generate.ts. Do not edit.
/** The state of a process. The numbers of the eight shared names are supervisord's. */
export const processState = {
  /** Never started, or stopped on request. */
  stopped: 0,
  /** Will start when what it depends on is ready. */
  waiting: 5,
  /** Being spawned, or spawned and not yet ready. */
  starting: 10,
  /** Up. */
  running: 20,
  /** Up, reading its configuration again. */
  reloading: 25,
  /** Ended too early; the next attempt has a time. */
  backoff: 30,
  /** A stop is in progress. */
  stopping: 40,
  /** Up, but frozen. */
  paused: 50,
  /** Ended by itself and stays so by its policy. */
  exited: 100,
  /** Given up. */
  fatal: 200,
  /** The server can't tell. */
  unknown: 1000,
} as const;

/** The number of a {@link processState} as it crosses the wire; a newer peer may send one that is not in the table. */
export type ProcessState = number;

/** The word of a {@link processState}. */
export type ProcessStateWord = keyof typeof processState;

/** What is wanted of a process. */
export const desiredState = {
  down: 0,
  up: 1,
} as const;

/** The number of a {@link desiredState} as it crosses the wire; a newer peer may send one that is not in the table. */
export type DesiredState = number;

/** The word of a {@link desiredState}. */
export type DesiredStateWord = keyof typeof desiredState;

/** What the health probe says. */
export const health = {
  /** There is no probe. */
  none: 0,
  /** The probe did not answer often enough yet. */
  starting: 1,
  healthy: 2,
  unhealthy: 3,
} as const;

/** The number of a {@link health} as it crosses the wire; a newer peer may send one that is not in the table. */
export type Health = number;

/** The word of a {@link health}. */
export type HealthWord = keyof typeof health;
