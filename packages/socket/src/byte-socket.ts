/** A connected socket of either runtime, as far as frames need one: the part of a Node socket that is used here. */
export interface ByteSocket {
  /** Whether everything is over, also for the listeners. */
  readonly closed: boolean;
  readonly writable: boolean;
  /** Bytes that wait to leave. */
  readonly writableLength: number;
  /** Whether a `drain` will come. */
  readonly writableNeedDrain: boolean;
  pause(): unknown;
  resume(): unknown;
  /** False when more waits to leave than should. */
  write(bytes: Uint8Array): boolean;
  /** Closes this half once everything has left, then calls back. */
  end(done: () => void): unknown;
  /** Ends everything now. */
  destroy(): unknown;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "end" | "close" | "drain", listener: () => void): unknown;
  off(event: "close" | "drain", listener: () => void): unknown;
}
