import { access, constants, open, readdir, stat } from "node:fs/promises";
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
 * The absolute path of a program. Rejects with the stage and error that the system would give:
 * ENOENT, EACCES for what may not be executed, ENOEXEC for what is no program, and the same of the interpreter of a script.
 */
export async function findProgram(name: string, place: SearchPlace): Promise<string> {
  const candidates = name.includes("/")
    ? [resolve(place.directory, name)]
    : place.path.split(":").map((folder) => resolve(place.directory, folder, name));
  let denied: string | null = null;
  for (const candidate of candidates) {
    const problem = await findProblem(candidate);
    if (problem === null) {
      await checkFormat(candidate, place.directory);
      return candidate;
    }
    // As the shell does it: one that is denied is told only when no later folder has one that works. A folder of the path
    // that may not be looked into has nothing.
    if (problem.exists || name.includes("/")) denied ??= problem.errno;
  }
  const path = name.includes("/") ? (candidates[0] ?? name) : name;
  throw new LaunchError(launchFailure("program", denied ?? "ENOENT", path));
}

async function findProblem(
  path: string,
): Promise<{ readonly errno: string; readonly exists: boolean } | null> {
  let exists = false;
  try {
    const found = await stat(path);
    exists = true;
    if (found.isDirectory()) return { errno: "EACCES", exists };
    await access(path, constants.X_OK);
    return null;
  } catch (error) {
    return { errno: errnoOf(error), exists };
  }
}

// execvp, which Node uses, gives a file that the kernel refuses to /bin/sh. Nothing is given to a shell unasked here.
async function checkFormat(path: string, directory: string): Promise<void> {
  if (process.platform !== "linux") return;
  const head = await readHead(path);
  if (head === null) return;
  if (head.startsWith("\x7fELF")) return;
  if (!head.startsWith("#!")) {
    if (await hasForeignFormats()) return;
    throw new LaunchError(launchFailure("program", "ENOEXEC", path));
  }
  const line = head.slice(2).split("\n", 1)[0] ?? "";
  const interpreter = line.trim().split(/[ \t]/, 1)[0] ?? "";
  if (interpreter === "") throw new LaunchError(launchFailure("program", "ENOEXEC", path));
  const problem = await findProblem(resolve(directory, interpreter));
  if (problem !== null)
    throw new LaunchError(launchFailure("interpreter", problem.errno, interpreter));
}

// A program that may be executed but not read can't be looked into; the kernel will tell.
async function readHead(path: string): Promise<string | null> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
      return buffer.toString("latin1", 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

// binfmt_misc lets a machine execute more than ELF and scripts, for example programs of other processors.
async function hasForeignFormats(): Promise<boolean> {
  const names = await readdir("/proc/sys/fs/binfmt_misc").catch(() => []);
  return names.some((name) => name !== "register" && name !== "status");
}
