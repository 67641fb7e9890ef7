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
    // A timer of Node counts whole milliseconds of the event loop's own time, so that it may come a little early.
    const look = (): void => {
      if (performance.now() >= atMs) callback();
      else arm();
    };
    const arm = (): void => {
      timer = setTimeout(
        look,
        Math.min(Math.max(Math.ceil(atMs - performance.now()), 0), maxTimerMs),
      );
    };
    arm();
    return () => clearTimeout(timer);
  },
};
