import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { errnoOf } from "@dpm/launch";

/** One control group per launch: what is started in it can't leave it by forking, whatever session or parent it takes. */
export interface Cgroups {
  /** Makes the group of a launch and answers its folder. Throws the system's error. */
  create(launch: string): string;
  /** Puts this process into a group, so that what it starts is born there. Throws the system's error. */
  enter(folder: string): void;
  /** Puts this process back where it was. False: it is still inside and nothing may be killed there. */
  leave(): boolean;
  /** The folder of an earlier launch; null when it has none. */
  folderOf(launch: string, pid: number | null): string | null;
  /** The launches that have a group. */
  launches(): readonly string[];
}

/** What became of an attempt to remove a group. */
export type Removal = "gone" | "occupied";

/**
 * Finds the version 2 hierarchy and makes a folder for the groups of one daemon in the group that this process is in; null where
 * that is not allowed. Tried out at once, since only a trial shows whether a process may enter and leave.
 */
export function openCgroups(instanceId: string): Cgroups | null {
  const home = findHome();
  if (home === null) return null;
  const base = join(home, `pmd-${instanceId}`);
  try {
    makeFolder(base);
    const trial = join(base, "trial");
    makeFolder(trial);
    try {
      writeProcs(trial, process.pid);
    } finally {
      writeProcs(home, process.pid);
      removeCgroup(trial);
    }
  } catch {
    removeCgroup(base);
    return null;
  }
  return cgroupsIn(base, home);
}

function cgroupsIn(base: string, home: string): Cgroups {
  let homeProcs = openProcs(home);
  let isInside = false;
  return {
    create: (launch) => {
      const folder = `${base}/${launch}`;
      try {
        mkdirSync(folder, 0o755);
      } catch (error) {
        // Someone tidied up while nothing ran.
        if (errnoOf(error) !== "ENOENT") throw error;
        mkdirSync(folder, { recursive: true });
      }
      return folder;
    },
    enter: (folder) => {
      isInside = true;
      writeProcs(folder, process.pid);
    },
    leave: () => {
      if (!isInside) return true;
      try {
        // 0 is whoever writes.
        writeSync(homeProcs, "0");
        isInside = false;
      } catch {
        try {
          closeSync(homeProcs);
          homeProcs = openProcs(home);
        } catch {
          // Tried again at the next launch.
        }
      }
      return !isInside;
    },
    folderOf: (launch, pid) => {
      const folder = `${base}/${launch}`;
      if (isCgroup(folder)) return folder;
      // An earlier daemon that was started from somewhere else had its folder there.
      const actual = pid === null ? null : cgroupOf(pid);
      return actual !== null && actual.endsWith(`/${launch}`) ? actual : null;
    },
    launches: () => foldersIn(base),
  };
}

/** The processes that are alive in a group. None when it is gone. */
export function pidsInCgroup(folder: string): readonly number[] {
  const own = readIn(folder, "cgroup.procs");
  // A program may have made groups of its own below.
  const below = hasGroupsBelow(folder) ? foldersIn(folder) : [];
  return [
    ...own.split("\n").flatMap((line) => (line === "" ? [] : [Number(line)])),
    ...below.flatMap((name) => pidsInCgroup(join(folder, name))),
  ];
}

/** Ends everything in a group at once, also what is just being forked. False where the kernel can't (before 5.14). */
export function killCgroup(folder: string): boolean {
  try {
    const file = openSync(`${folder}/cgroup.kill`, "w");
    try {
      writeSync(file, "1");
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    return errnoOf(error) === "ENOENT" && !isCgroup(folder);
  }
}

/** Removes a group if nothing is alive in it, which is also the quickest way to ask. */
export function removeCgroup(folder: string): Removal {
  try {
    rmdirSync(folder);
    return "gone";
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return "gone";
    if (isPopulated(folder)) return "occupied";
  }
  // What is in the way are empty groups of the program's own.
  for (const name of foldersIn(folder)) removeCgroup(join(folder, name));
  try {
    rmdirSync(folder);
    return "gone";
  } catch (error) {
    return errnoOf(error) === "ENOENT" ? "gone" : "occupied";
  }
}

function isPopulated(folder: string): boolean {
  return readIn(folder, "cgroup.events").includes("populated 1");
}

// A group has two links, and one more for each below it.
function hasGroupsBelow(folder: string): boolean {
  return /^nr_descendants [1-9]/m.test(readIn(folder, "cgroup.stat"));
}

function readIn(folder: string, file: string): string {
  try {
    return readFileSync(`${folder}/${file}`, "latin1");
  } catch {
    return "";
  }
}

function isCgroup(folder: string): boolean {
  return readIn(folder, "cgroup.type") !== "";
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
  } catch {
    return [];
  }
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
}

function openProcs(folder: string): number {
  return openSync(`${folder}/cgroup.procs`, "w");
}

function writeProcs(folder: string, pid: number): void {
  const file = openProcs(folder);
  try {
    writeSync(file, String(pid));
  } finally {
    closeSync(file);
  }
}

function findHome(): string | null {
  return cgroupOf(process.pid);
}

let mountPoint: string | null | undefined;

function cgroupOf(pid: number): string | null {
  mountPoint ??= findMountPoint();
  if (mountPoint === null) return null;
  try {
    const line = /^0::(\/.*)$/m.exec(readFileSync(`/proc/${pid}/cgroup`, "utf8"));
    if (line?.[1] === undefined) return null;
    return line[1] === "/" ? mountPoint : join(mountPoint, line[1]);
  } catch {
    return null;
  }
}

function findMountPoint(): string | null {
  try {
    const mounts = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
    const found = mounts.find((line) => / - cgroup2 /.test(line))?.split(" ");
    // Of a part of the hierarchy that is mounted alone, the paths in /proc don't match.
    return found === undefined || found[3] !== "/" ? null : (found[4] ?? null);
  } catch {
    return null;
  }
}
