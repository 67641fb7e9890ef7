import { constants } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createDeflateRaw } from "node:zlib";
import { toGzip } from "./gzip-identity.ts";
import { waitingPath } from "./install-compressed.ts";
import { rotatedPath } from "./log-names.ts";

/**
 * Compresses the rotated files of a log but for the newest, which is read most. The compressed ones take their places by
 * `installCompressed` or at the next rotation; until then readers see the files as they were. Broken off anywhere it can
 * be done again. One call at a time for each log. Throws errors of the file system.
 */
export async function compressRotated(path: string): Promise<void> {
  const wanted = new Map<string, { readonly plain: string; readonly mode: number }>();
  for (let number = 1, missing = 0; missing < 2; number++) {
    const plain = rotatedPath(path, number);
    const found = await stat(plain, { bigint: true }).catch(() => null);
    const packed = await stat(`${plain}.gz`).catch(() => null);
    missing = found === null && packed === null ? missing + 1 : 0;
    if (number < 2 || found === null || !found.isFile()) continue;
    wanted.set(waitingPath(path, found.ino), { plain, mode: Number(found.mode) & 0o777 });
  }
  await removeLeftOvers(path, new Set(wanted.keys()));
  for (const [to, { plain }] of wanted)
    if ((await stat(to).catch(() => null)) === null) await compress(plain, to);
}

async function removeLeftOvers(path: string, wanted: ReadonlySet<string>): Promise<void> {
  const folder = dirname(path);
  const beginning = basename(waitingPath(path, 0n)).slice(0, -1);
  for (const name of await readdir(folder))
    if (name.startsWith(beginning) && !wanted.has(join(folder, name)))
      await rm(join(folder, name), { force: true });
}

async function compress(plain: string, to: string): Promise<void> {
  const from = await open(plain, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null);
  // Rotated away meanwhile; the next call finds it.
  if (from === null) return;
  try {
    const identity = await from.stat({ bigint: true });
    // Named after what was opened, whatever stands at that name by now.
    if (waitingPath(plain.replace(/\.\d+$/, ""), identity.ino) !== to) return;
    const unfinished = `${to}.part`;
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
    await rm(unfinished, { force: true });
    const file = await open(unfinished, flags, Number(identity.mode) & 0o777);
    try {
      const uid = Number(identity.uid);
      if (uid !== process.getuid?.()) await file.chown(uid, Number(identity.gid));
      const bytes = from.createReadStream({ autoClose: false });
      for await (const chunk of toGzip(identity, bytes, createDeflateRaw()))
        await file.writeFile(chunk);
      await file.datasync();
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    await rename(unfinished, to);
  } finally {
    await from.close();
  }
}
