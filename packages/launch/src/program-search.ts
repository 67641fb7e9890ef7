import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from "node:fs";
import { resolve } from "node:path";
import { errnoOf, launchFailure, LaunchError } from "./launch-failure.ts";

/** Where a program is looked for. */
export interface SearchPlace {
  /** The PATH of the program's own environment, not the daemon's. */
  readonly path: string;
  /** Relative names with a slash, and relative entries of the path, are taken from here. */
  readonly directory: string;
}

/**
 * The absolute path of a program. A few quick system calls: the start that follows waits for the same files anyway.
 * Throws a {@link LaunchError} with the stage and error that the system would give:
 * ENOENT, EACCES for what may not be executed, ENOEXEC for what is no program, and the same of the interpreter of a script.
 */
export function findProgram(name: string, place: SearchPlace): string {
  const candidates = name.includes("/")
    ? [resolve(place.directory, name)]
    : place.path.split(":").map((folder) => resolve(place.directory, folder, name));
  let denied: string | null = null;
  for (const candidate of candidates) {
    const problem = findProblem(candidate);
    if (problem === null) {
      checkFormat(candidate, place.directory);
      return candidate;
    }
    // As the shell does it: one that is denied is told only when no later folder has one that works. A folder of the path
    // that may not be looked into has nothing.
    if (problem.exists || name.includes("/")) denied ??= problem.errno;
  }
  const path = name.includes("/") ? (candidates[0] ?? name) : name;
  throw new LaunchError(launchFailure("program", denied ?? "ENOENT", path));
}

function findProblem(path: string): { readonly errno: string; readonly exists: boolean } | null {
  let exists = false;
  try {
    const found = statSync(path);
    exists = true;
    if (found.isDirectory()) return { errno: "EACCES", exists };
    accessSync(path, constants.X_OK);
    return null;
  } catch (error) {
    return { errno: errnoOf(error), exists };
  }
}

// execvp, which Node uses, gives a file that the kernel refuses to /bin/sh. Nothing is given to a shell unasked here.
function checkFormat(path: string, directory: string): void {
  if (process.platform !== "linux") return;
  const text = readHead(path);
  if (text === null) return;
  if (text.startsWith("\x7fELF")) return;
  if (!text.startsWith("#!")) {
    if (hasForeignFormats()) return;
    throw new LaunchError(launchFailure("program", "ENOEXEC", path));
  }
  const line = text.slice(2).split("\n", 1)[0] ?? "";
  const interpreter = line.trim().split(/[ \t]/, 1)[0] ?? "";
  if (interpreter === "") throw new LaunchError(launchFailure("program", "ENOEXEC", path));
  const problem = findProblem(resolve(directory, interpreter));
  if (problem !== null)
    throw new LaunchError(launchFailure("interpreter", problem.errno, interpreter));
}

// A program that may be executed but not read can't be looked into; the kernel will tell.
function readHead(path: string): string | null {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return head.toString("latin1", 0, readSync(file, head, 0, head.length, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

const head = Buffer.alloc(256);

// binfmt_misc lets a machine execute more than ELF and scripts, for example programs of other processors.
function hasForeignFormats(): boolean {
  try {
    const names = readdirSync("/proc/sys/fs/binfmt_misc");
    return names.some((name) => name !== "register" && name !== "status");
  } catch {
    return false;
  }
}
