import type { BunSocket } from "./bun-runtime.ts";
import type { ByteSocket } from "./byte-socket.ts";

type Listener = (value: never) => void;

/** A socket of Bun in the shape of Node's, and what has to be told of it. */
export interface BunByteSocket extends ByteSocket {
  /** Bytes have arrived. */
  onData(chunk: Uint8Array): void;
  /** The kernel takes bytes again. */
  onDrain(): void;
  /** The peer closed its half. */
  onEnd(): void;
  /** Both halves are closed, with an error unless in good order. */
  onClose(error: Error | undefined): void;
}

// As much as a socket of Node lets wait before it asks to be left alone.
const highWaterBytes = 64 * 1024;

/** Makes a socket of Bun like one of Node: paused until it is resumed, what the kernel did not take yet kept, and everything that happens told in order. */
export function createBunByteSocket(raw: BunSocket): BunByteSocket {
  const listeners = new Map<string, Set<Listener>>();
  /** What has happened and may not be told while it is paused. */
  let untold: (() => void)[] = [];
  let isPaused = true;
  let hasEnded = false;
  let isClosed = false;
  /** Nothing can be written or read any more, though there may be something to tell. */
  let isOver = false;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let needsDrain = false;
  let onFlushed: (() => void) | undefined;

  const emit = (event: string, value?: unknown): void => {
    listeners.get(event)?.forEach((listener) => listener(value as never));
  };
  const tell = (): void => {
    if (isPaused) return;
    const next = untold.shift();
    if (next === undefined) return;
    next();
    tell();
  };
  const happened = (what: () => void): void => {
    untold.push(what);
    tell();
  };
  const close = (): void => {
    isClosed = true;
    emit("close");
  };
  const writeOut = (): void => {
    if (waitingBytes === 0) return;
    const [first] = waiting;
    const bytes = first?.length === waitingBytes ? first : Buffer.concat(waiting);
    const taken = Math.max(0, raw.write(bytes));
    waitingBytes = bytes.length - taken;
    waiting = waitingBytes === 0 ? [] : [bytes.subarray(taken)];
  };
  const flush = (): void => {
    if (isOver) return;
    writeOut();
    if (waitingBytes > 0) return;
    if (needsDrain) {
      needsDrain = false;
      queueMicrotask(() => emit("drain"));
    }
    if (onFlushed === undefined) return;
    raw.shutdown();
    onFlushed();
  };
  /** Forgets what was to be told but for the end. */
  const cutOff = (error?: Error): void => {
    isOver = true;
    waiting = [];
    waitingBytes = 0;
    untold = [];
    queueMicrotask(() => {
      if (error !== undefined) emit("error", error);
      close();
    });
  };

  return {
    get closed() {
      return isClosed;
    },
    get writable() {
      return !isOver && onFlushed === undefined;
    },
    get writableLength() {
      return waitingBytes;
    },
    get writableNeedDrain() {
      return needsDrain;
    },
    pause() {
      if (isPaused) return;
      isPaused = true;
      raw.pause();
    },
    resume() {
      if (!isPaused) return;
      isPaused = false;
      if (!isOver) raw.resume();
      queueMicrotask(tell);
    },
    write(bytes) {
      waiting.push(bytes);
      waitingBytes += bytes.length;
      flush();
      needsDrain ||= waitingBytes >= highWaterBytes;
      return waitingBytes < highWaterBytes;
    },
    end(done) {
      onFlushed ??= done;
      flush();
    },
    destroy() {
      if (isOver) return;
      raw.terminate();
      cutOff();
    },
    on(event: string, listener: Listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    off(event: string, listener: Listener) {
      listeners.get(event)?.delete(listener);
    },
    onData(chunk) {
      if (!isOver) happened(() => emit("data", chunk));
    },
    onDrain: flush,
    onEnd() {
      if (isOver || hasEnded) return;
      hasEnded = true;
      happened(() => emit("end"));
    },
    onClose(error) {
      if (isOver) return;
      if (error !== undefined) return cutOff(error);
      // Bun tells of the end of one half only while the other is open.
      this.onEnd();
      isOver = true;
      happened(close);
    },
  };
}
