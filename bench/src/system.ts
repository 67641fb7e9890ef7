/** The process managers that are compared, and `limit`, C programs that do the least that is possible. */
export const systemNames = [
  "limit",
  "runit",
  "s6",
  "systemd",
  "supervisord",
  "pm2",
  "ours",
] as const;
export type SystemName = (typeof systemNames)[number];

/** Where one measurement happens: a tmpfs of its own, and the built C programs. */
export interface Place {
  readonly directory: string;
  /** The file that services and commands append their times to. */
  readonly stamps: string;
  /** The folder of the built C programs. */
  readonly programs: string;
  /** What is fetched once, such as pm2. */
  readonly cache: string;
}

/** Where the standard output of a service goes; `default` is what the manager does by itself. */
export type ServiceLog =
  | { readonly kind: "default" }
  /** As by itself, standard error in the same place. */
  | { readonly kind: "merged" }
  | {
      readonly kind: "rotated";
      readonly directory: string;
      readonly maxBytes: number;
      readonly backups: number;
    }
  | { readonly kind: "file"; readonly path: string };

/** One program to be kept running. */
export interface Service {
  readonly id: string;
  readonly argv: readonly [string, ...string[]];
  readonly log: ServiceLog;
}

/** A program to be run. */
export interface Command {
  readonly argv: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A command, or a signal to the daemon itself. */
export type Action = Command | { readonly signal: NodeJS.Signals };

/** Requests over one open connection. */
export interface Requests {
  /** How many the protocol can have in flight on one connection, as far as it helps. */
  readonly inFlight: number;
  /** Asks for the state of one service. */
  ask(): Promise<void>;
  close(): void;
}

/** A manager whose configuration is written, for one measurement. What it can't do is absent. */
export interface Manager {
  readonly daemon: Command;
  /** It has to be PID 1 of its namespace. */
  readonly isInit?: boolean;
  /** Whether it answers commands already. */
  answers(): boolean;
  readonly startAll?: Command;
  readonly stopAll?: Action;
  readonly status?: (id: string | null) => Command;
  readonly restart?: (id: string) => Command;
  readonly connect?: () => Promise<Requests>;
}

/** Whether a system can be measured here. */
export type Found =
  | { readonly kind: "found"; readonly version: string }
  | { readonly kind: "missing"; readonly why: string };

/** One system under measurement. */
export interface System {
  readonly name: SystemName;
  /** What it can do with output. */
  readonly logs: readonly ServiceLog["kind"][];
  find(cache: string): Found;
  /** Writes its configuration for these services, all to be started with the daemon. */
  prepare(place: Place, services: readonly Service[]): Manager;
}
