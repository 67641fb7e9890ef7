import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What is to stand in a file's place. */
export interface Replacement {
  readonly content: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** The last chance to refuse, when everything else is done. */
  readonly beforeRename: () => Promise<void>;
}

/**
 * Writes a file anew beside itself and renames it into place, so that a reader sees the old content or the new, never a part,
 * also after a loss of power. On any failure the file is as it was and nothing is left beside it.
 */
export async function replaceFile(
  target: string,
  { content, mode, uid, gid, beforeRename }: Replacement,
): Promise<void> {
  const temporary = join(dirname(target), `.dpm-${randomUUID()}.tmp`);
  try {
    // Made for the owner alone and opened up only when it has its owner, so that its content is never seen by others.
    await withHandle(temporary, "wx", async (handle) => {
      await handle.writeFile(content);
      const own = await handle.stat();
      if (own.uid !== uid || own.gid !== gid) {
        await handle.chown(uid, gid);
      }
      await handle.chmod(mode & 0o7777);
      await handle.sync();
    });
    await beforeRename();
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  // The rename itself lasts only when the directory is on the disk too.
  await withHandle(dirname(target), "r", (handle) => handle.sync());
}

async function withHandle(
  path: string,
  flags: string,
  use: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  const handle = await open(path, flags, 0o600);
  try {
    await use(handle);
  } finally {
    await handle.close();
  }
}
