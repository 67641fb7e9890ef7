import type { LogOwner, RotationLimits } from "@dpm/captured-log";

/** One FIFO and the file that its bytes go to. */
export interface Attachment {
  /** The read end; one number for the whole process, threads share them. */
  readonly fd: number;
  readonly path: string;
  readonly owner: LogOwner;
  readonly limits: RotationLimits;
  /** Whether a log that can't be opened is refused; else it is tried again until it opens. */
  readonly strict: boolean;
}

/** What the main thread asks of the pump. Whatever has a `request` is answered once. */
export type ToThread =
  | {
      readonly kind: "attach";
      readonly request: number;
      readonly attachments: readonly Attachment[];
    }
  /** Moves what is in the FIFOs and lets go of them; the descriptors stay open. */
  | { readonly kind: "detach"; readonly request: number; readonly fds: readonly number[] }
  /** Moves what is in the FIFOs now. */
  | { readonly kind: "drain"; readonly request: number; readonly fds: readonly number[] }
  | { readonly kind: "limit"; readonly path: string; readonly limits: RotationLimits }
  /** Tells once when the descriptor becomes readable. */
  | { readonly kind: "watch"; readonly fd: number }
  | { readonly kind: "unwatch"; readonly fd: number }
  | { readonly kind: "reopen"; readonly request: number }
  /** Puts compressed files in their places. */
  | { readonly kind: "install"; readonly path: string };

/** A request that is answered. */
export type ThreadRequest = Extract<ToThread, { readonly request: number }>;

/** What became of one descriptor of a request: an error's name; or, of a FIFO, whether anyone still holds it for writing. */
export type Answer = { readonly errno: string } | { readonly writers: boolean };

/** What the pump tells. */
export type FromThread =
  | { readonly kind: "answer"; readonly request: number; readonly answers: readonly Answer[] }
  | { readonly kind: "ended"; readonly fd: number }
  | { readonly kind: "failing"; readonly path: string; readonly errno: string }
  | { readonly kind: "healed"; readonly path: string }
  /** So much more of a FIFO was dropped, since its log can't be written. */
  | {
      readonly kind: "dropped";
      readonly fd: number;
      readonly path: string;
      readonly bytes: number;
      readonly lines: number;
    }
  | { readonly kind: "rotated"; readonly path: string };

/** What the pump is started with. */
export interface ThreadData {
  /** An eventfd: written whenever there is a message or the end has come. */
  readonly wakeFd: number;
  /** Not 0 once the pump has to end. */
  readonly ending: Int32Array<SharedArrayBuffer>;
}
