import { closeSync, writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { LogDirectory } from "@dpm/launch";
import { bind, errnoName, lastErrno, once } from "../native/c-library.ts";
import { openFileLimits } from "../native/limits.ts";
import {
  type Answer,
  type FromThread,
  type ThreadData,
  type ThreadRequest,
  type ToThread,
  watchName,
} from "./messages.ts";
import { createPollSet, openPollFd } from "./poll-set.ts";

/** How the pump's thread is started and who hears of it. */
export interface PumpThreadOptions {
  readonly file: URL;
  /** The daemon's own directory for logs, which it makes again; null: there is none. */
  readonly logDirectory: LogDirectory | null;
  /** What it tells of itself, answers aside. */
  readonly told: (message: Exclude<FromThread, { readonly kind: "answer" }>) => void;
  /** It ended by itself; whatever was asked and not answered will not be. */
  readonly died: (error: Error) => void;
}

type Unnumbered<T> = T extends ThreadRequest ? Omit<T, "request"> : never;

/** The pump's thread, seen from the main thread. */
export interface PumpThread {
  /** Rejects when the thread dies before it answers. */
  ask(request: Unnumbered<ThreadRequest>): Promise<readonly Answer[]>;
  tell(message: Exclude<ToThread, ThreadRequest>): void;
  /** Has it tell once when this descriptor of the main thread becomes readable. False when the system refused. */
  watch(fd: number): boolean;
  unwatch(fd: number): void;
  /** Ends it, also while it sleeps. */
  end(): Promise<void>;
}

const native = once(() => ({
  eventfd: bind<(count: number, flags: number) => number>("int eventfd(unsigned int, int)"),
}));
const closeOnExecNonBlocking = 0o2004000;
const one = new Uint8Array(new BigUint64Array([1n]).buffer);

/**
 * Starts the thread; what is asked before it runs waits for it. It never keeps the process: at its end, however that comes,
 * an exit handler wakes the thread, since Node waits for it and it sleeps where Node can't wake it.
 */
export function startPumpThread({ file, logDirectory, told, died }: PumpThreadOptions): PumpThread {
  const wakeFd = native().eventfd(0, closeOnExecNonBlocking);
  if (wakeFd < 0) throw new Error(`eventfd: ${errnoName(lastErrno())}`);
  const pollFd = openPollFd();
  if (pollFd < 0) {
    closeSync(wakeFd);
    throw new Error(`epoll: ${errnoName(lastErrno())}`);
  }
  const polls = createPollSet(pollFd);
  const mostDescriptors = openFileLimits().hard;
  const ending = new Int32Array(new SharedArrayBuffer(4));
  const waiting = new Map<
    number,
    {
      readonly resolve: (answers: readonly Answer[]) => void;
      readonly reject: (error: Error) => void;
    }
  >();
  let requests = 0;
  let isOver = false;
  const wake = (): void => {
    if (!isOver) writeSync(wakeFd, one);
  };
  const stop = (): void => {
    Atomics.store(ending, 0, 1);
    wake();
  };
  const worker = new Worker(file, {
    workerData: { wakeFd, pollFd, mostDescriptors, logDirectory, ending } satisfies ThreadData,
    // Half of the usual stack and next to no young generation are enough for a loop of a few numbers.
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 },
    // It has a table of its own, in which it closes what it has not opened.
    trackUnmanagedFds: false,
    env: {},
    execArgv: [],
    name: "log capture",
  });
  process.once("exit", stop);
  worker.unref();
  worker.on("message", (message: FromThread) => {
    if (message.kind !== "answer") return told(message);
    waiting.get(message.request)?.resolve(message.answers);
    waiting.delete(message.request);
    if (waiting.size === 0) worker.unref();
  });
  let failure: Error | null = null;
  worker.on("error", (error: Error) => void (failure = error));
  const ended = new Promise<void>((resolve) => void worker.once("exit", () => resolve()));
  worker.once("exit", () => {
    isOver = true;
    process.off("exit", stop);
    closeSync(wakeFd);
    polls.close();
    const error = failure ?? new Error("the log capture thread has ended");
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    if (Atomics.load(ending, 0) === 0) died(error);
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (isOver) return reject(new Error("the log capture thread has ended"));
        const number = ++requests;
        waiting.set(number, { resolve, reject });
        // Only what waits for an answer keeps the process.
        worker.ref();
        worker.postMessage({ ...request, request: number });
        wake();
      }),
    tell: (message) => {
      worker.postMessage(message);
      wake();
    },
    watch: (fd) => !isOver && polls.add(fd, watchName(fd)),
    unwatch: (fd) => {
      if (!isOver) polls.remove(fd);
    },
    end: async () => {
      stop();
      if (!isOver) worker.ref();
      await ended;
    },
  };
}
