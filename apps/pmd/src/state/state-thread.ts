import type { StoredProcess } from "@dpm/process-core";
import { Worker } from "node:worker_threads";
import { atMost } from "../at-most.ts";
import type {
  OpenOutcome,
  StateAnswer,
  StateRequest,
  StateRequests,
  StateTask,
  StateWorkerData,
} from "./messages.ts";

const restartDelayMs = 1_000;

/** Why a task was not carried out. */
export class StateThreadError extends Error {}

/** The thread of the database as its owner sees it: tasks in, answers out, and a new thread when one dies. */
export interface StateThread {
  /** How the database was opened when the thread was first started. */
  readonly opened: Promise<OpenOutcome>;
  /** Rejects with {@link StateThreadError} when the task failed or the thread died meanwhile. */
  ask(task: StateTask): Promise<readonly StoredProcess[]>;
  /** Closes the database and opens it again, also when its file is gone: for its listener that is a new thread. */
  reopen(): Promise<void>;
  /** Writes what is left and ends the thread; gives up after the time. */
  close(timeoutMs: number): Promise<void>;
}

/** Told about the life of the thread. */
export interface StateThreadListener {
  died(reason: string): void;
  /** A new thread has opened the database, or could not. */
  revived(outcome: OpenOutcome): void;
}

interface Waiting {
  readonly resolve: (processes: readonly StoredProcess[]) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the thread. It never keeps the program alive. */
export function startStateThread(
  data: StateWorkerData,
  listener: StateThreadListener,
  file: URL = workerFile(),
): StateThread {
  const waiting = new Map<number, Waiting>();
  const firstOpen = Promise.withResolvers<OpenOutcome>();
  let requests: StateRequest[] = [];
  let next = 1;
  let closing = false;
  let isFirst = true;
  let reopened: PromiseWithResolvers<void> | null = null;
  let worker = start();

  function start(): Worker {
    const started = new Worker(file, { workerData: data, name: "state" });
    let reason = "it ended";
    started.unref();
    started.on("message", (answer: StateAnswer) => receive(answer));
    started.on("error", (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    started.on("exit", () => died(reason));
    return started;
  }

  function receive(answer: StateAnswer): void {
    switch (answer.kind) {
      case "open":
        if (isFirst) firstOpen.resolve(answer.outcome);
        else listener.revived(answer.outcome);
        isFirst = false;
        reopened?.resolve();
        reopened = null;
        return;
      case "loaded":
        take(answer.number)?.resolve(answer.processes);
        return;
      case "done":
        for (const number of answer.numbers) take(number)?.resolve([]);
        return;
      case "failed":
        for (const number of answer.numbers)
          take(number)?.reject(new StateThreadError(answer.reason));
    }
  }

  function take(number: number): Waiting | undefined {
    const found = waiting.get(number);
    waiting.delete(number);
    return found;
  }

  function died(reason: string): void {
    if (isFirst) firstOpen.resolve({ kind: "failed", reason });
    isFirst = false;
    for (const { reject } of waiting.values()) reject(new StateThreadError(reason));
    waiting.clear();
    if (closing) return;
    if (reopened !== null) {
      worker = start();
      return;
    }
    listener.died(reason);
    setTimeout(() => {
      if (!closing) worker = start();
    }, restartDelayMs).unref();
  }

  const ask = (task: StateTask): Promise<readonly StoredProcess[]> =>
    new Promise((resolve, reject) => {
      const number = next++;
      waiting.set(number, { resolve, reject });
      if (requests.length === 0) setImmediate(post);
      requests.push({ number, task });
    });

  // At the end of the turn: what is launched in it does not have to wait for the message.
  function post(): void {
    const batch: StateRequests = requests;
    requests = [];
    worker.postMessage(batch);
    // A thread that has died takes messages without a word.
    if (worker.threadId !== -1) return;
    for (const { number } of batch)
      take(number)?.reject(new StateThreadError("it is being started again"));
  }

  return {
    opened: firstOpen.promise,
    ask,
    reopen() {
      reopened ??= Promise.withResolvers();
      const { promise } = reopened;
      // One that can't write or has died is not asked for more than its end.
      ask({ kind: "close" }).catch(() => {});
      return promise;
    },
    async close(timeoutMs) {
      closing = true;
      // Its answer has to keep the program alive, and a thread that hangs in the kernel must not.
      await atMost(
        timeoutMs,
        ask({ kind: "close" }).catch(() => {}),
      );
    },
  };
}

/** The bundle has the worker beside it as JavaScript; sources run as they are. */
function workerFile(): URL {
  return new URL(
    import.meta.url.endsWith(".ts") ? "./state-worker.ts" : "./state-worker.js",
    import.meta.url,
  );
}
