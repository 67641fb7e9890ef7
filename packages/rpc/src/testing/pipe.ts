/** One direction of a connection in memory: frames arrive in order, later than they were sent. */
export interface Pipe {
  write(frame: Uint8Array): void;
  /** What was written and has not arrived. */
  readonly unreadBytes: number;
  /** Calls back once nothing is unread any more. */
  whenDrained(callback: () => void): void;
  /** Gives what arrives to a reader; `end` comes after the last frame when the writer has finished. */
  read(reader: { readonly frame: (frame: Uint8Array) => void; readonly end: () => void }): void;
  pause(): void;
  resume(): void;
  /** Nothing more is written. */
  finish(): void;
  /** Nothing more arrives, not even what was written; the reader gets its `end`. */
  abort(): void;
}

/** Makes an empty pipe. */
export function createPipe(): Pipe {
  let frames: Uint8Array[] = [];
  let unreadBytes = 0;
  let reader: Parameters<Pipe["read"]>[0] | undefined;
  let waiting: (() => void)[] = [];
  let isPaused = false;
  let isScheduled = false;
  let isFinished = false;
  let isAborted = false;

  const schedule = (): void => {
    if (isScheduled || reader === undefined || isPaused || isAborted) return;
    isScheduled = true;
    setImmediate(deliver);
  };

  const deliver = (): void => {
    isScheduled = false;
    const batch = frames;
    frames = [];
    let read = 0;
    for (const frame of batch) {
      if (isPaused || isAborted) break;
      read += 1;
      unreadBytes -= frame.length;
      reader?.frame(frame);
    }
    if (isAborted) return;
    frames = [...batch.slice(read), ...frames];
    if (frames.length > 0) return schedule();
    wake();
    if (isFinished) reader?.end();
  };

  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const callback of woken) callback();
  };

  return {
    write: (frame) => {
      if (isFinished || isAborted) return;
      frames.push(frame);
      unreadBytes += frame.length;
      schedule();
    },
    get unreadBytes() {
      return unreadBytes;
    },
    whenDrained: (callback) => {
      if (unreadBytes === 0) callback();
      else waiting.push(callback);
    },
    read: (to) => {
      reader = to;
      schedule();
    },
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
      schedule();
    },
    finish: () => {
      isFinished = true;
      schedule();
    },
    abort: () => {
      if (isAborted) return;
      isAborted = true;
      frames = [];
      unreadBytes = 0;
      wake();
      setImmediate(() => reader?.end());
    },
  };
}
