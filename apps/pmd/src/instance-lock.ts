// One daemon per state directory, decided by the kernel: SQLite's exclusive lock is a lock of the file that vanishes with
// its holder, also after SIGKILL, and that no stale file can fake. The pid beside it is only for the message.
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { dpmError } from "@dpm/errors";
import { writePrivateFile } from "./files/write-private-file.ts";
import { errnoOf, messageOf, sqliteCodeOf } from "./failure.ts";

const sqliteBusy = 5;
const pidPatienceMs = 500;

/** Holds a state directory for this process. */
export interface InstanceLock {
  /** Writes the pid file, unless that is done. Throws what the system says; the lock holds all the same. */
  notePid(): void;
  /** Takes the lock of the same directory again where somebody has removed its file. Throws what a first taking throws. */
  renew(): Promise<void>;
  /** Lets go of it; done once, however often it is asked. */
  release(): void;
}

/**
 * Takes the lock of a state directory; throws ERR_DPM_DAEMON_ALREADY_RUNNING, with the holder's pid, when another daemon has
 * it, and ERR_DPM_DAEMON_DIRECTORY_UNUSABLE when there can be no lock. That the pid could not be written is no reason to fail.
 */
export async function takeInstanceLock(paths: {
  readonly stateDirectory: string;
  readonly lockFile: string;
  readonly pidFile: string;
}): Promise<InstanceLock> {
  const take = async (): Promise<Taken> => {
    const database = tryLock(paths);
    if (database !== null) return { database, inode: inodeOf(paths.lockFile) };
    const { stateDirectory } = paths;
    const pid = await holderPid(paths.pidFile);
    throw dpmError("ERR_DPM_DAEMON_ALREADY_RUNNING", { stateDirectory, pid });
  };
  let taken = await take();
  let isNoted = false;
  const notePid = (): void => {
    if (isNoted) return;
    writePrivateFile(paths.pidFile, `${process.pid}\n`);
    isNoted = true;
  };
  try {
    notePid();
  } catch {
    // The lock is what counts; whoever holds it tries again. The pid of the last holder would mislead.
    removeQuietly(paths.pidFile);
  }
  return {
    notePid,
    async renew() {
      if (!taken.database.isOpen || inodeOf(paths.lockFile) === taken.inode) return;
      const former = taken.database;
      taken = await take();
      former.close();
      isNoted = false;
      notePid();
    },
    release() {
      if (!taken.database.isOpen) return;
      removeQuietly(paths.pidFile);
      taken.database.close();
    },
  };
}

interface Taken {
  readonly database: DatabaseSync;
  /** Of the locked file; null when it was removed at once. */
  readonly inode: number | null;
}

function inodeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null;
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A pid file that stays keeps nobody out.
  }
}

function tryLock(paths: {
  readonly stateDirectory: string;
  readonly lockFile: string;
}): DatabaseSync | null {
  let database: DatabaseSync | undefined;
  try {
    // Made here, since SQLite would make it readable by others.
    closeSync(openSync(paths.lockFile, "a", 0o600));
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
