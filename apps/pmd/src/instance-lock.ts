// One daemon per state directory, decided by the kernel: SQLite's exclusive lock is a lock of the file that vanishes with
// its holder, also after SIGKILL, and that no stale file can fake. The pid beside it is only for the message.
import { readFileSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { dpmError } from "@dpm/errors";
import { writePrivateFile } from "./files/write-private-file.ts";
import { errnoOf, messageOf, sqliteCodeOf } from "./failure.ts";

const sqliteBusy = 5;
const pidPatienceMs = 500;

/** Holds a state directory for this process. */
export interface InstanceLock {
  /** Lets go of it; done once, however often it is asked. */
  release(): void;
}

/** Takes the lock of a state directory; throws ERR_DPM_DAEMON_ALREADY_RUNNING, with the holder's pid, when another daemon has it. */
export async function takeInstanceLock(paths: {
  readonly stateDirectory: string;
  readonly lockFile: string;
  readonly pidFile: string;
}): Promise<InstanceLock> {
  const database = tryLock(paths);
  if (database === null) {
    const pid = await holderPid(paths.pidFile);
    throw dpmError("ERR_DPM_DAEMON_ALREADY_RUNNING", { stateDirectory: paths.stateDirectory, pid });
  }
  writePrivateFile(paths.pidFile, `${process.pid}\n`);
  return {
    release() {
      if (!database.isOpen) return;
      rmSync(paths.pidFile, { force: true });
      database.close();
    },
  };
}

function tryLock(paths: {
  readonly stateDirectory: string;
  readonly lockFile: string;
}): DatabaseSync | null {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(paths.lockFile, { timeout: 0 });
    // No journal file: nothing is ever written into this database.
    database.exec("PRAGMA journal_mode=MEMORY; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE");
    return database;
  } catch (cause) {
    database?.close();
    if (sqliteCodeOf(cause) === sqliteBusy) return null;
    const reason = `${paths.lockFile}: ${messageOf(cause)}`;
    throw dpmError(
      "ERR_DPM_DAEMON_DIRECTORY_UNUSABLE",
      { path: paths.stateDirectory, reason },
      cause,
    );
  }
}

/** The holder writes its pid just after it took the lock, so an absent or dead pid may be a matter of milliseconds. */
async function holderPid(pidFile: string): Promise<number | null> {
  const giveUpAt = performance.now() + pidPatienceMs;
  for (;;) {
    const pid = readPid(pidFile);
    if (pid !== null && isAlive(pid)) return pid;
    if (performance.now() > giveUpAt) return null;
    await sleep(10);
  }
}

function readPid(pidFile: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === "EPERM";
  }
}
