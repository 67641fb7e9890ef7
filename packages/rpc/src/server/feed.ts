import type { DpmError } from "@dpm/errors";
import type { ResultInit } from "@dpm/pdu";

/** The next part of an answer. */
export type FeedItem =
  | { readonly kind: "result"; readonly result: ResultInit }
  /** With an error when the request failed. Nothing follows. */
  | { readonly kind: "end"; readonly error: DpmError | undefined };

/** Why nobody reads a feed any more: its reader does not want it, or its reader is out of reach. */
export type DropKind = "given-up" | "lost";

/** Where the parts of one answer come from. Nothing is made ahead of what is asked for, except for one item. */
export interface Feed {
  /** The next item; if there is none yet it is asked for, and `onReady` is called later. */
  peek(): FeedItem | undefined;
  /** Goes on to the item after the one that `peek` showed. */
  take(): void;
  /** Nobody reads on. `onReady` is not called any more. */
  drop(kind: DropKind, reason: DpmError): void;
}

/** Begins an answer; `onReady` is called, never from within `peek`, when an item that was asked for is there. */
export type OpenFeed = (onReady: () => void) => Feed;
