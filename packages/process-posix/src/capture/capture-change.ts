import type { LogOwner } from "@dpm/launch";
import type { Output } from "@dpm/process-core";
import type { Channel, Channels } from "./channels.ts";
import type { Holders } from "./holders.ts";
import type { LogPlaces } from "./log-places.ts";
import type { PumpThread } from "./pump-thread.ts";

/** One process whose capture changes. */
export type CaptureChange =
  /** Its FIFOs are to be there, and no others. */
  | {
      readonly kind: "make";
      readonly id: string;
      readonly output: Output;
      readonly owner: LogOwner;
      readonly failed: (errno: string, path: string) => void;
    }
  /** Those that an earlier daemon made are to be read. */
  | {
      readonly kind: "resume";
      readonly id: string;
      /** Of the process that writes to them; null: there is none, or nobody knows. */
      readonly pid: number | null;
      readonly output: Output | null;
      readonly failed: (errno: string, path: string) => void;
    }
  | { readonly kind: "release"; readonly id: string }
  /** Nobody writes any more to what an earlier daemon has left of a process that is not configured. */
  | { readonly kind: "unwritten"; readonly channel: Channel };

/** What is changed, and what is remembered of it. */
export interface CaptureState {
  readonly directory: string;
  readonly channels: Channels;
  readonly holders: Holders;
  readonly places: LogPlaces;
  readonly thread: PumpThread;
}
