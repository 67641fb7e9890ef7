import type { LogOwner, RotationLimits } from "@dpm/captured-log";
import type { LogDirectory } from "@dpm/launch";

/** One FIFO and the file that its bytes go to. */
export interface Attachment {
  /** Names the FIFO between the threads; not negative. */
  readonly key: number;
  /** Where it is. The thread has its own descriptors, the main thread has none of it. */
  readonly fifo: string;
  /** Whether it is made when it isn't there. */
  readonly make: boolean;
  readonly path: string;
  readonly owner: LogOwner;
  readonly limits: RotationLimits;
  /** Whether a log that can't be opened is refused; else it is tried again until it opens. */
  readonly strict: boolean;
  /** Whether it is told when nobody writes to it any more and all is moved. */
  readonly untilEnd: boolean;
}

/** What the main thread asks of the pump. Whatever has a `request` is answered once. */
export type ToThread =
  | {
      readonly kind: "attach";
      readonly request: number;
      readonly attachments: readonly Attachment[];
    }
  /** Moves what is in the FIFOs and closes them. */
  | { readonly kind: "detach"; readonly request: number; readonly keys: readonly number[] }
  /** Moves what is in the FIFOs now. */
  | { readonly kind: "drain"; readonly request: number; readonly keys: readonly number[] }
  | { readonly kind: "limit"; readonly path: string; readonly limits: RotationLimits }
  | { readonly kind: "reopen"; readonly request: number }
  /** Puts compressed files in their places. */
  | { readonly kind: "install"; readonly path: string };

/** A request that is answered. */
export type ThreadRequest = Extract<ToThread, { readonly request: number }>;

/** What became of one FIFO of a request: the name of an error, and of what file; or whether anyone still holds it for writing. */
export type Answer =
  | { readonly errno: string; readonly at: "fifo" | "log" }
  | { readonly writers: boolean };

/** What the pump tells. */
export type FromThread =
  | { readonly kind: "answer"; readonly request: number; readonly answers: readonly Answer[] }
  /** What is polled under this number, below that of the wake-up, is readable. */
  | { readonly kind: "ended"; readonly name: number }
  /** Nobody writes to this FIFO any more, and all of it is moved. */
  | { readonly kind: "unwritten"; readonly key: number }
  | { readonly kind: "failing"; readonly path: string; readonly errno: string }
  | { readonly kind: "healed"; readonly path: string }
  /** So much more of a FIFO was dropped, since its log can't be written. */
  | {
      readonly kind: "dropped";
      readonly key: number;
      readonly path: string;
      readonly bytes: number;
      readonly lines: number;
    }
  | { readonly kind: "rotated"; readonly path: string };

/** What the pump is started with. */
export interface ThreadData {
  /** An eventfd: written whenever there is a message or the end has come. */
  readonly wakeFd: number;
  /** What it waits at. The main thread adds to it as well. */
  readonly pollFd: number;
  /** The hard limit of open files, for the soft one changes all the time. */
  readonly mostDescriptors: number;
  readonly logDirectory: LogDirectory | null;
  /** Not 0 once the pump has to end. */
  readonly ending: Int32Array<SharedArrayBuffer>;
}

/** The number of the wake-up; FIFOs have theirs above, and what the main thread watches below. */
export const wakeName = -1;

/** The number under which the main thread has a descriptor of its own polled, and the other way round. */
export function watchName(fd: number): number {
  return wakeName - 1 - fd;
}
