import type { DpmError } from "@dpm/errors";

/** Something that the log of a server should hold. */
export interface ServerEvent {
  readonly kind:
    /** A client is not served any more: wrong version, no or a wrong credential, too slow, or it broke the rules. */
    | "refused"
    /** A client was let in. */
    | "accepted"
    /** A connection ended; with an error when it was not the client that ended it. */
    | "ended"
    /** A client asked for a command that it may not use. */
    | "denied"
    /** A handler threw something that is no DpmError. */
    | "incident";
  readonly level: "debug" | "info" | "warn" | "error";
  /** One sentence for people. */
  readonly message: string;
  /** The address of the client. */
  readonly peer: string;
  readonly error?: DpmError;
  /** What was thrown. Stays in the log and never crosses the wire. */
  readonly cause?: unknown;
}
