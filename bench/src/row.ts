import type { Stage, Condition } from "./stage/stage.ts";
import type { System } from "./system.ts";

/** What the command line asks for. */
export interface Scale {
  /** Services of the rows with 1,000. */
  readonly services: number;
  /** Services of the row with 10,000. */
  readonly many: number;
  /** Bytes of the rows about output. */
  readonly bytes: number;
  /** How long idleness is watched, in seconds. */
  readonly idleSeconds: number;
  /** Services killed for the rows about death. */
  readonly kills: number;
}

/** How long to let things come to rest, or to count, where it isn't what is measured: short in a short run. */
export const breathMs = ({ idleSeconds }: Scale): number => Math.min(2, idleSeconds) * 1_000;

/** With what a system is put on stage; rows with the same setup share a stage in a run. */
export type Setup =
  | {
      readonly kind: "sleepers";
      readonly count: number;
      readonly log?: "default" | "merged" | "file";
    }
  | { readonly kind: "lines"; readonly bytes: number; readonly log: "rotated" | "file" };

/** Numbers by name, of one run of one system. */
export type Figures = Readonly<Record<string, number>>;

/** One line of the printed table. */
export interface Line {
  readonly title: string;
  /** Medians by name, to the text of a cell. */
  cell(figures: Figures): string;
  /** What is aimed at for ours, as text. */
  readonly aim: string;
}

/** One measurement. */
export interface Row {
  readonly id: string;
  readonly lines: (scale: Scale) => readonly Line[];
  readonly setup: (scale: Scale) => Setup;
  readonly needs: Condition;
  /** Whether a system can be measured by it at all. */
  readonly fits: (system: System) => boolean;
  readonly measure: (stage: Stage, scale: Scale) => Promise<Figures>;
}

/** Systems that keep services running; not what only moves output. */
export const keepsServices = (system: System): boolean => system.logs.includes("default");
/** Everything but the limit, which has no commands. */
export const hasCommands = (system: System): boolean => system.name !== "limit";
