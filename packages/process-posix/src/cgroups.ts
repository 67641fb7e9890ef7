import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { errnoOf } from "@dpm/launch";

/** One control group per launch: what is started in it can't leave it by forking, whatever session or parent it takes. */
export interface Cgroups {
  /** Makes the group of a launch and answers its folder. Throws the system's error. */
  create(launch: string): string;
  /** Puts this process into a group, so that what it starts is born there. Throws the system's error. */
  enter(folder: string): void;
  /** Puts this process back where it was. False: it is still inside and nothing may be killed there. */
  leave(): boolean;
  /** The folder that has the groups of launches in it, each by its token. */
  readonly base: string;
  /** Where the group of an earlier launch is: {@link base}, or that of an earlier daemon; null when it has none. */
  baseOf(launch: string, pid: number | null): string | null;
  /** The launches that have a group. */
  launches(): readonly string[];
  /** Lets go; removes what is empty. */
  close(): void;
}

/** What became of an attempt to remove a group. */
export type Removal = "gone" | "occupied";

/** The file that takes what moves into a group: a thread, which is quick, or a whole process. */
type EntryFile = "cgroup.threads" | "cgroup.procs";

/**
 * Finds the version 2 hierarchy and makes a folder for the groups of one daemon in the group that this process is in; null where
 * that is not allowed. Tried out at once, since only a trial shows whether a process may enter and leave.
 *
 * The groups are threaded ones where that works: a thread that moves itself holds nobody up, while moving a process waits until
 * no process of the whole machine is forking, 15 ms each time. What this thread starts is born in its group all the same.
 */
export function openCgroups(instanceId: string): Cgroups | null {
  const found = currentCgroupOf(process.pid);
  if (found === null) return null;
  const name = `pmd-${instanceId}`;
  // What pmd has started, such as its guardian, is where that pmd was.
  const outside = basename(found) === name ? dirname(found) : found;
  const base = join(outside, name);
  const home = found === base || goBelow(base) ? base : found;
  for (const file of ["cgroup.threads", "cgroup.procs"] as const) {
    if (canUse(base, home, file)) return cgroupsIn(base, home, file);
    leaveAndRemove(base, home);
  }
  return null;
}

/**
 * Puts this process into the folder of its groups where the group around that is a unit of systemd. What has a threaded group in
 * it is for threads alone, and systemd could start nothing more in its unit: what `systemctl reload` runs, for example.
 */
function goBelow(base: string): boolean {
  if (!/\.(service|scope)$/.test(dirname(base))) return false;
  try {
    mkdirSync(base, { recursive: true });
    // Left by an earlier version; there is no way back from that while it is in use.
    if (readIn(base, "cgroup.type") === "threaded\n") return false;
    writeIn(base, "cgroup.procs", "0");
    return true;
  } catch {
    return false;
  }
}

/** Removes the folder of the groups when there is none in it any more. */
function leaveAndRemove(base: string, home: string): void {
  if (home === base && foldersIn(base).length === 0) {
    try {
      writeIn(dirname(base), "cgroup.procs", "0");
    } catch {
      // Then it stays; systemd removes it with the unit.
    }
  }
  removeCgroup(base);
}

function canUse(base: string, home: string, file: EntryFile): boolean {
  const trial = join(base, "trial");
  try {
    mkdirSync(base, { recursive: true });
    if (file === "cgroup.threads" && base !== home) makeThreaded(base);
    makeGroup(trial, file);
    try {
      writeIn(trial, file, "0");
    } finally {
      writeIn(home, file, "0");
    }
    return true;
  } catch {
    return false;
  } finally {
    removeCgroup(trial);
  }
}

// oxlint-disable-next-line max-params -- two folders and how to go from one to the other
function cgroupsIn(base: string, home: string, file: EntryFile): Cgroups {
  let way = openSync(`${home}/${file}`, "w");
  let isInside = false;
  return {
    create: (launch) => {
      const folder = `${base}/${launch}`;
      try {
        makeGroup(folder, file);
      } catch (error) {
        if (errnoOf(error) !== "ENOENT") throw error;
        // Someone tidied up.
        mkdirSync(base);
        if (file === "cgroup.threads" && base !== home) makeThreaded(base);
        makeGroup(folder, file);
      }
      return folder;
    },
    enter: (folder) => {
      isInside = true;
      writeIn(folder, file, "0");
    },
    leave: () => {
      if (!isInside) return true;
      try {
        writeSync(way, "0");
        isInside = false;
      } catch {
        try {
          closeSync(way);
          way = openSync(`${home}/${file}`, "w");
        } catch {
          // Tried again at the next launch.
        }
      }
      return !isInside;
    },
    base,
    baseOf: (launch, pid) => {
      if (isCgroup(`${base}/${launch}`)) return base;
      // An earlier daemon that was started from somewhere else had its folder there.
      const actual = pid === null ? null : currentCgroupOf(pid);
      return actual !== null && basename(actual) === launch ? dirname(actual) : null;
    },
    launches: () => foldersIn(base),
    close: () => {
      closeSync(way);
      for (const name of foldersIn(base)) removeCgroup(join(base, name));
      leaveAndRemove(base, home);
    },
  };
}

/** The threads that are alive in a group, the main thread of a process among them by its pid. None when it is gone. */
export function pidsInCgroup(folder: string): readonly number[] {
  // By thread, since a threaded group shows no processes; whatever is no main thread can't be opened as a process.
  const own = readIn(folder, "cgroup.threads");
  // A program may have made groups of its own below.
  const below = hasGroupsBelow(folder) ? foldersIn(folder) : [];
  return [
    ...own.split("\n").flatMap((line) => (line === "" ? [] : [Number(line)])),
    ...below.flatMap((name) => pidsInCgroup(join(folder, name))),
  ];
}

/** Ends everything in a group at once, also what is just being forked. False where the kernel can't: not in a threaded group. */
export function killCgroup(folder: string): boolean {
  try {
    writeIn(folder, "cgroup.kill", "1");
    return true;
  } catch {
    return !isCgroup(folder);
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

/** Whether anything is alive in a group or below it. */
export function isPopulated(folder: string): boolean {
  return readIn(folder, "cgroup.events").includes("populated 1");
}

// A folder has two links, and one more for each below it.
function hasGroupsBelow(folder: string): boolean {
  return (statSync(folder, { throwIfNoEntry: false })?.nlink ?? 0) > 2;
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

function makeGroup(folder: string, file: EntryFile): void {
  mkdirSync(folder);
  // Nothing below a threaded group is anything else, so there is no need to look first.
  if (file === "cgroup.threads") writeIn(folder, "cgroup.type", "threaded");
}

function makeThreaded(folder: string): void {
  if (readIn(folder, "cgroup.type") !== "threaded\n") writeIn(folder, "cgroup.type", "threaded");
}

/** Halts what is in a group, or lets it go on. */
export function freezeCgroup(folder: string, isFrozen: boolean): void {
  try {
    writeIn(folder, "cgroup.freeze", isFrozen ? "1" : "0");
  } catch {
    // It is gone, or the kernel can't; what is killed dies either way.
  }
}

function writeIn(folder: string, name: string, text: string): void {
  const file = openSync(`${folder}/${name}`, "w");
  try {
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
}

let mountPoint: string | null | undefined;

function currentCgroupOf(pid: number): string | null {
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
