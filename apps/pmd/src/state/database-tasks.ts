import type { StoredEvent, StoredProcess } from "@dpm/process-core";
import type { DatabaseSync } from "node:sqlite";
import type { StateTask } from "./messages.ts";

/** The tasks that change the database. */
export type WriteTask = Extract<
  StateTask,
  { kind: "save" | "remove" | "save-generation" | "limit-history" }
>;

/** Carries out tasks on an open database. */
export interface DatabaseTasks {
  load(): StoredProcess[];
  /** All of them in one transaction, or none; throws SQLite's error. */
  write(tasks: readonly WriteTask[]): void;
}

const upsert = `
  INSERT INTO process VALUES (:id, :desired, :state, :stopped, :boot, :pid, :identity, :started, :restarts, :exit, :sequence, :launch, :ending, :runs, :reason, :retry)
  ON CONFLICT (id) DO UPDATE SET
    desired = excluded.desired, state = excluded.state, stopped_by_request = excluded.stopped_by_request, boot_id = excluded.boot_id, pid = excluded.pid,
    start_identity = excluded.start_identity, started_at = excluded.started_at, restarts = excluded.restarts,
    last_exit = excluded.last_exit, event_sequence = excluded.event_sequence, launch = excluded.launch,
    ending = excluded.ending, runs = excluded.runs, reason = excluded.reason, retry = excluded.retry`;

const append = `
  INSERT INTO event (id, sequence, at, monotonic_ms, from_state, to_state, pid, exit, cause, actor)
  VALUES (:id, :sequence, :at, :monotonic, :from, :to, :pid, :exit, :cause, :actor)`;

const forgetOldest = "DELETE FROM event WHERE number <= (SELECT max(number) FROM event) - ?";

/** Prepares the statements of a database. */
export function createDatabaseTasks(database: DatabaseSync, limit: number): DatabaseTasks {
  const statements = {
    upsert: database.prepare(upsert),
    append: database.prepare(append),
    setMeta: database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"),
    remove: database.prepare("DELETE FROM process WHERE id = ?"),
    forgetOldest: database.prepare(forgetOldest),
    load: database.prepare("SELECT * FROM process ORDER BY id"),
  };
  let historyLimit = limit;

  const run = (task: WriteTask): void => {
    switch (task.kind) {
      case "save":
        statements.upsert.run(toRow(task.process));
        for (const event of task.events) statements.append.run(toEventRow(event));
        return;
      case "remove":
        statements.remove.run(task.id);
        return;
      case "save-generation":
        statements.setMeta.run("generation", JSON.stringify(task.generation));
        return;
      case "limit-history":
        historyLimit = task.events;
    }
  };

  return {
    load: () => statements.load.all().map(fromRow),
    write(tasks) {
      // Not allowed inside a transaction. NORMAL survives the death of the daemon, FULL also that of the machine.
      const durable = tasks.some((task) => task.kind === "save" && task.durable);
      database.exec(`PRAGMA synchronous=${durable ? "FULL" : "NORMAL"}; BEGIN IMMEDIATE`);
      try {
        for (const task of tasks) run(task);
        statements.forgetOldest.run(historyLimit);
        database.exec("COMMIT");
      } catch (error) {
        rollBack(database);
        throw error;
      }
    },
  };
}

function rollBack(database: DatabaseSync): void {
  try {
    database.exec("ROLLBACK");
  } catch {
    // SQLite has done it already, as it does when the disk is full.
  }
}

function toRow(process: StoredProcess): Record<string, string | number | null> {
  return {
    id: process.id,
    desired: process.desired,
    state: process.state,
    stopped: process.stoppedByRequest ? 1 : 0,
    boot: process.bootId,
    pid: process.instance?.pid ?? null,
    identity: process.instance?.startIdentity ?? null,
    started: process.instance === null ? null : Math.round(process.instance.startedAt),
    restarts: process.restarts,
    exit: process.lastExit === null ? null : JSON.stringify(process.lastExit),
    sequence: process.eventSequence,
    launch: process.launch,
    ending: process.ending === null ? null : JSON.stringify(process.ending),
    runs: process.runs,
    reason: process.reason,
    retry: process.retry === null ? null : JSON.stringify(process.retry),
  };
}

function toEventRow(event: StoredEvent): Record<string, string | number | null> {
  return {
    id: event.id,
    sequence: event.sequence,
    at: Math.round(event.at),
    monotonic: event.monotonicMs,
    from: event.from,
    to: event.to,
    pid: event.pid,
    exit: event.exit === null ? null : JSON.stringify(event.exit),
    cause: event.cause,
    actor: event.actor,
  };
}

function fromRow(row: Record<string, unknown>): StoredProcess {
  return {
    id: String(row["id"]),
    desired: row["desired"] === "up" ? "up" : "down",
    state: String(row["state"]),
    stoppedByRequest: row["stopped_by_request"] === 1,
    bootId: String(row["boot_id"]),
    instance:
      row["pid"] === null
        ? null
        : {
            pid: Number(row["pid"]),
            startIdentity: String(row["start_identity"]),
            startedAt: Number(row["started_at"]),
          },
    launch: typeof row["launch"] === "string" ? row["launch"] : null,
    ending: toEnding(row["ending"]),
    reason: typeof row["reason"] === "string" ? row["reason"] : null,
    retry: toRetry(row["retry"]),
    runs: typeof row["runs"] === "string" ? row["runs"] : null,
    restarts: Number(row["restarts"]),
    lastExit: toLastExit(row["last_exit"]),
    eventSequence: Number(row["event_sequence"]),
  };
}

function toEnding(column: unknown): StoredProcess["ending"] {
  if (typeof column !== "string") return null;
  const ending: StoredProcess["ending"] = JSON.parse(column);
  return ending;
}

function toRetry(column: unknown): StoredProcess["retry"] {
  if (typeof column !== "string") return null;
  const retry: StoredProcess["retry"] = JSON.parse(column);
  return retry;
}

function toLastExit(column: unknown): StoredProcess["lastExit"] {
  if (typeof column !== "string") return null;
  const lastExit: StoredProcess["lastExit"] = JSON.parse(column);
  return lastExit;
}
