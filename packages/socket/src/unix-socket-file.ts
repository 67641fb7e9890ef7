import { dpmError } from "@dpm/errors";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmod, lstat, mkdir, mkdtemp, rename, rm, rmdir, unlink } from "node:fs/promises";
import { connect, type Server } from "node:net";
import { basename, dirname, join } from "node:path";

import { formatAddress, type UnixAddress } from "./address.ts";
import { assertSocketPathFits } from "./socket-path.ts";

// A socket is created by bind(2) with the mode that the umask leaves, and anybody may connect until chmod(2) says
// otherwise. So it is bound in a directory that only we can enter, gets its mode there, and is then moved to its place:
// under its own name it never has another mode. Moving also replaces a stale socket in one step.

/** The private directory's name is a dot and six letters, and the socket in it `s`; both come after the directory's own. */
const scratchBytes = ".XXXXXX/s".length;

/** The file of a listening Unix socket. */
export interface SocketFile {
  /** Removes the file, unless another program has put its own in its place. */
  remove(): Promise<void>;
}

/** Makes a server listen at a path with a mode. The path may be free, or hold a socket that nobody listens at any more. */
export async function bindSocketFile(
  server: Server,
  address: UnixAddress,
  mode: number,
): Promise<SocketFile> {
  const { path } = address;
  const directory = dirname(path);
  assertSocketPathFits(address);
  assertSocketPathFits({ kind: "unix", path: join(directory, "x".repeat(scratchBytes)) });
  const stale = await findStale(address);
  const scratch = await makeScratch(path);
  try {
    const bound = join(scratch, "s");
    server.listen({ path: bound });
    await once(server, "listening");
    await chmod(bound, mode);
    const { ino } = await lstat(bound);
    if ((await inodeOf(path)) !== stale)
      throw dpmError("ERR_DPM_WIRE_ADDRESS_IN_USE", { address: formatAddress(address) });
    await rename(bound, path);
    return socketFile(path, ino);
  } catch (error) {
    server.close();
    await rm(join(scratch, "s"), { force: true });
    throw error;
  } finally {
    // Another server that wants the same path at the same time may be in it: whoever is last removes it.
    await rmdir(scratch).catch(() => undefined);
  }
}

/** The private directory. Its name is the same each time, so that what a killed server left there is found and removed. */
async function makeScratch(path: string): Promise<string> {
  const letters = createHash("sha256").update(basename(path)).digest("hex").slice(0, 6);
  const scratch = join(dirname(path), `.${letters}`);
  try {
    await mkdir(scratch, { mode: 0o700 });
    return scratch;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const found = await lstat(scratch);
  const isOurs = found.isDirectory() && found.uid === process.geteuid?.();
  // Somebody else's, or open to others.
  if (!isOurs || (found.mode & 0o077) !== 0) return mkdtemp(`${dirname(path)}/.`);
  const left = join(scratch, "s");
  if (!(await somebodyAnswers(left))) await rm(left, { force: true });
  return scratch;
}

/** The file of a socket that listens there already. */
export async function findSocketFile({ path }: UnixAddress): Promise<SocketFile | undefined> {
  const ino = await inodeOf(path);
  return ino === undefined ? undefined : socketFile(path, ino);
}

function socketFile(path: string, ino: number): SocketFile {
  return {
    async remove() {
      if ((await inodeOf(path)) === ino) await unlink(path);
    },
  };
}

async function inodeOf(path: string): Promise<number | undefined> {
  try {
    return (await lstat(path)).ino;
  } catch {
    return undefined;
  }
}

/** The inode of a stale socket at the path; nothing when the path is free. Throws when it belongs to somebody. */
async function findStale(address: UnixAddress): Promise<number | undefined> {
  const found = await lstat(address.path).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isSocket())
    throw dpmError("ERR_DPM_WIRE_SOCKET_PATH_TAKEN", { address: formatAddress(address) });
  if (await somebodyAnswers(address.path))
    throw dpmError("ERR_DPM_WIRE_ADDRESS_IN_USE", { address: formatAddress(address) });
  return found.ino;
}

/** Only a refusal proves that nobody listens: a full backlog or a missing permission means that somebody may. */
async function somebodyAnswers(path: string): Promise<boolean> {
  const socket = connect({ path });
  try {
    await once(socket, "connect");
    return true;
  } catch (error) {
    return !(
      error instanceof Error &&
      "code" in error &&
      (error.code === "ECONNREFUSED" || error.code === "ENOENT")
    );
  } finally {
    socket.destroy();
  }
}
