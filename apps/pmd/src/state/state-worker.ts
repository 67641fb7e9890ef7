// The thread that owns the database: SQLite is synchronous, and one slow fsync would keep every client waiting.
// Requests that arrived while a transaction was being committed share the next one.
import {
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  workerData,
} from "node:worker_threads";
import { collectGarbage } from "@dpm/process-posix";
import { collectAtRest } from "./collect-at-rest.ts";
import { createDatabaseTasks, type DatabaseTasks, type WriteTask } from "./database-tasks.ts";
import type { StateAnswer, StateRequest, StateRequests, StateWorkerData } from "./messages.ts";
import { createTableJournal, type TableJournal } from "./table-journal.ts";
import { openDatabase } from "./open-database.ts";
import { messageOf } from "../failure.ts";

if (parentPort !== null) serve(parentPort, workerData);

function serve(port: MessagePort, { path, historyLimit }: StateWorkerData): void {
  const tell = (answer: StateAnswer): void => port.postMessage(answer);
  const opened = openDatabase(path, Date.now());
  if (opened.kind !== "opened") {
    tell({ kind: "open", outcome: opened });
    return;
  }
  const { database, ...outcome } = opened;
  const tasks = withJournal(
    createDatabaseTasks(database, historyLimit),
    createTableJournal(`${path}.table`),
  );
  const done = collectAtRest(() => {
    // Its cache of pages, which served many writes and serves none.
    database.exec("PRAGMA shrink_memory");
    collectGarbage();
  });
  port.on("message", (first: StateRequests) => {
    const requests = [...first, ...waiting(port)];
    for (const answer of answers(tasks, requests)) {
      if (answer.kind === "closed") {
        database.close();
        tell({ kind: "done", numbers: [answer.number] });
        port.close();
      } else tell(answer);
    }
    done(requests.length);
  });
  tell({ kind: "open", outcome });
}

/** Keeps a second copy of the table, and fills the database from it where that has nothing. */
function withJournal(tasks: DatabaseTasks, journal: TableJournal): DatabaseTasks {
  const known = tasks.load();
  const lost = known.length > 0 ? [] : journal.read();
  if (lost.length > 0)
    tasks.write(
      lost.map((process) => ({ kind: "save", process, events: [], durable: true }) as const),
    );
  journal.rewrite(lost.length > 0 ? lost : known);
  return {
    ...tasks,
    write: (writes) => {
      tasks.write(writes);
      journal.append(writes, () => tasks.load());
    },
  };
}

function* waiting(port: MessagePort): Generator<StateRequest> {
  for (;;) {
    const received: { readonly message: StateRequests } | undefined = receiveMessageOnPort(port);
    if (received === undefined) return;
    yield* received.message;
  }
}

type Answer = StateAnswer | { readonly kind: "closed"; readonly number: number };

function* answers(tasks: DatabaseTasks, requests: readonly StateRequest[]): Generator<Answer> {
  let writes: { readonly number: number; readonly task: WriteTask }[] = [];
  for (const { number, task } of requests) {
    if (task.kind === "load" || task.kind === "close") {
      yield* commit(tasks, writes);
      writes = [];
      yield task.kind === "close" ? { kind: "closed", number } : load(tasks, number);
    } else writes.push({ number, task });
  }
  yield* commit(tasks, writes);
}

function* commit(
  tasks: DatabaseTasks,
  writes: readonly { readonly number: number; readonly task: WriteTask }[],
): Generator<StateAnswer> {
  if (writes.length === 0) return;
  const numbers = writes.map(({ number }) => number);
  try {
    tasks.write(writes.map(({ task }) => task));
    yield { kind: "done", numbers };
  } catch (error) {
    yield { kind: "failed", numbers, reason: messageOf(error) };
  }
}

function load(tasks: DatabaseTasks, number: number): StateAnswer {
  try {
    return { kind: "loaded", number, processes: tasks.load() };
  } catch (error) {
    return { kind: "failed", numbers: [number], reason: messageOf(error) };
  }
}
