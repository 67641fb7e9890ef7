import { closeSync, fstatSync, openSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

interface Part {
  readonly file: string;
  /** 0 is the one that is written now. */
  readonly number: number;
}

/**
 * All that is stored of one log: the rotated files, oldest first, then the current one. Throws when it is rotated meanwhile,
 * since then the parts do not fit together; the caller looks again.
 */
export function readStored(directory: string, name: string): Buffer {
  const parts = listParts(directory, name);
  const opened = parts.map(({ file }) => openSync(join(directory, file), "r"));
  try {
    const before = opened.map((fd) => fstatSync(fd).ino).join(" ");
    const now = listParts(directory, name);
    const after = now.map(({ file }) => statSync(join(directory, file)).ino).join(" ");
    if (before !== after) throw new Error(`${name} was rotated while it was read`);
    return Buffer.concat(
      opened.map((fd, index) => {
        const bytes = readFileSync(fd);
        return parts[index]?.file.endsWith(".gz") === true ? gunzipSync(bytes) : bytes;
      }),
    );
  } finally {
    for (const fd of opened) closeSync(fd);
  }
}

function listParts(directory: string, name: string): readonly Part[] {
  const byNumber = new Map<number, Part>();
  for (const file of readdirSync(directory).toSorted((one, other) => one.localeCompare(other))) {
    const number = numberOf(file, name);
    // A compressed file is beside its original for a moment; sorted, that comes first.
    if (number !== null && !byNumber.has(number)) byNumber.set(number, { file, number });
  }
  return [...byNumber.values()].toSorted((one, other) => other.number - one.number);
}

function numberOf(file: string, name: string): number | null {
  if (file === name) return 0;
  if (!file.startsWith(`${name}.`)) return null;
  const matched = /^(\d+)(?:\.gz)?$/.exec(file.slice(name.length + 1));
  return matched === null ? null : Number(matched[1]);
}
