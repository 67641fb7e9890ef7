/** Time for deadlines and silence. Measured by the monotonic clock only, so that a changed wall clock disturbs nothing. */
export interface Clock {
  /** Milliseconds since an arbitrary moment; never goes back. */
  monotonicMs(): number;
  /** Calls back once `monotonicMs` reaches `atMs`; the answer cancels. */
  callAt(atMs: number, callback: () => void): () => void;
}

// The longest delay that a Node timer takes; a longer one fires at once.
const maxTimerMs = 2 ** 31 - 1;

/** The clock of this process. A callback may come later than asked for, never earlier. */
export const systemClock: Clock = {
  monotonicMs: () => performance.now(),
  callAt: (atMs, callback) => {
    let timer: ReturnType<typeof setTimeout>;
    const arm = (): void => {
      const waitMs = Math.ceil(atMs - performance.now());
      timer = setTimeout(
        waitMs > maxTimerMs ? arm : callback,
        Math.min(Math.max(waitMs, 0), maxTimerMs),
      );
    };
    arm();
    return () => clearTimeout(timer);
  },
};
