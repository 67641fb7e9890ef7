/** A FIFO whose log can't be written. */
export interface FullPipe {
  /** Bytes in it. */
  readonly pendingBytes: number;
  /** Bytes that fit into it. */
  readonly capacityBytes: number;
  /** Milliseconds since writing its log was last tried. */
  readonly triedAgoMs: number;
}

/** What to do with it. `drop` is how many of its oldest bytes. */
export type FullPipePlan =
  | { readonly kind: "wait" }
  | { readonly kind: "try" }
  | { readonly kind: "drop"; readonly bytes: number };

const tryAgainMs = 50;

/**
 * Keeps a writer from ever being blocked by a log that can't be written, and drops as little and as late as that allows.
 * A pipe may be full when half of its bytes are there, since a write that doesn't fit into the rest of a page begins another.
 */
export function planFullPipe(pipe: FullPipe): FullPipePlan {
  const { pendingBytes, capacityBytes, triedAgoMs } = pipe;
  if (pendingBytes < (capacityBytes * 7) / 16) return { kind: "wait" };
  if (triedAgoMs >= tryAgainMs) return { kind: "try" };
  return { kind: "drop", bytes: pendingBytes - Math.floor(capacityBytes / 4) };
}
