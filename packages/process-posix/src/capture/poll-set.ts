// oxlint-disable max-params -- the functions of the C library take what they take
import { bind } from "../native/c-library.ts";

const libc = {
  create: bind<(flags: number) => number>("int epoll_create1(int)"),
  control: bind<(poll: number, operation: number, fd: number, event: Uint8Array) => number>(
    "int epoll_ctl(int, int, int, void*)",
  ),
  wait: bind<(poll: number, events: Uint8Array, count: number, timeoutMs: number) => number>(
    "int epoll_wait(int, void*, int, int)",
  ),
};

const closeOnExec = 0o2000000;
const add = 1;
const remove = 2;
const readable = 1;
const edgeTriggered = 0x80000000;
const batch = 64;
// The structure is packed on the processors that began with it so.
const stride = process.arch === "x64" || process.arch === "ia32" ? 12 : 16;
const dataOffset = stride - 8;

/** Descriptors that a thread waits for, all at once. */
export interface PollSet {
  /** False when the system refused. Told of each change to readable, not of the state: a FIFO that lost its last writer tells that once. */
  add(fd: number): boolean;
  remove(fd: number): void;
  /** Blocks the thread; -1: without an end. Answers how many are ready. */
  wait(timeoutMs: number): number;
  /** One of those that the last wait found. */
  ready(index: number): number;
}

/** Makes an empty one, not inherited by children. */
export function createPollSet(): PollSet {
  const poll = libc.create(closeOnExec);
  const event = Buffer.alloc(stride);
  const events = Buffer.alloc(stride * batch);
  return {
    add: (fd) => {
      event.writeUInt32LE((readable | edgeTriggered) >>> 0, 0);
      event.writeInt32LE(fd, dataOffset);
      return libc.control(poll, add, fd, event) === 0;
    },
    remove: (fd) => void libc.control(poll, remove, fd, event),
    wait: (timeoutMs) => libc.wait(poll, events, batch, timeoutMs),
    ready: (index) => events.readInt32LE(index * stride + dataOffset),
  };
}
