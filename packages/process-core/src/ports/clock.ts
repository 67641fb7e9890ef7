/** Time. Durations are measured by the monotonic clock only, so that a changed wall clock disturbs nothing. */
export interface Clock {
  /** Milliseconds since an arbitrary moment; never goes back. */
  monotonicMs(): number;
  /** Milliseconds since 1970, UTC. */
  wallMs(): number;
  /** Calls back once `monotonicMs` reaches `atMs`; the answer cancels. */
  callAt(atMs: number, callback: () => void): () => void;
}

/** Chance, for jitter. At least 0, below 1. */
export type Random = () => number;
