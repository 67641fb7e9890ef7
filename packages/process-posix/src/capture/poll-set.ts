// oxlint-disable max-params -- the functions of the C library take what they take
import { closeSync } from "node:fs";
import { bind, once } from "../native/c-library.ts";

const libc = once(() => ({
  create: bind<(flags: number) => number>("int epoll_create1(int)"),
  control: bind<(poll: number, operation: number, fd: number, event: Uint8Array) => number>(
    "int epoll_ctl(int, int, int, void*)",
  ),
  wait: bind<(poll: number, events: Uint8Array, count: number, timeoutMs: number) => number>(
    "int epoll_wait(int, void*, int, int)",
  ),
}));

const closeOnExec = 0o2000000;
const operations = { add: 1, remove: 2, change: 3 };
const readable = 1;
const edgeTriggered = 0x80000000;
const batch = 64;
// The structure is packed on the processors that began with it so.
const stride = process.arch === "x64" || process.arch === "ia32" ? 12 : 16;
const dataOffset = stride - 8;

/** Makes a set of descriptors to wait for, not inherited by children; -1 when the system refuses. */
export function openPollFd(): number {
  return libc().create(closeOnExec);
}

/** Descriptors that a thread waits for, all at once; another may add to them, from its own table. Each has a number of the caller's choice. */
export interface PollSet {
  /** False when the system refused. Told of each change to readable, not of the state: a FIFO that lost its last writer tells that once. */
  add(fd: number, name: number): boolean;
  /** Has it told once more if it is readable. */
  addAgain(fd: number, name: number): void;
  remove(fd: number): void;
  /** Blocks the thread; -1: without an end. Answers how many are ready. */
  wait(timeoutMs: number): number;
  /** The number of one of those that the last wait found. */
  ready(index: number): number;
  close(): void;
}

/** The set of this descriptor. */
export function createPollSet(poll: number): PollSet {
  const event = Buffer.alloc(stride);
  const events = Buffer.alloc(stride * batch);
  const control = (operation: number, fd: number, name: number): boolean => {
    event.writeUInt32LE((readable | edgeTriggered) >>> 0, 0);
    event.writeInt32LE(name, dataOffset);
    return libc().control(poll, operation, fd, event) === 0;
  };
  return {
    add: (fd, name) => control(operations.add, fd, name),
    addAgain: (fd, name) => void control(operations.change, fd, name),
    remove: (fd) => void control(operations.remove, fd, 0),
    wait: (timeoutMs) => libc().wait(poll, events, batch, timeoutMs),
    ready: (index) => events.readInt32LE(index * stride + dataOffset),
    close: () => closeSync(poll),
  };
}
