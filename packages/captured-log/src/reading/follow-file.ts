import { type FSWatcher, watch } from "node:fs";
import { type FileHandle, stat } from "node:fs/promises";
import { findLastLines } from "./last-lines.ts";
import { rotatedPath } from "../log-names.ts";
import { openCaptured, readSegment, type Segment } from "./log-files.ts";

/** Where following begins and what ends it. */
export interface FollowOptions {
  /** The end of what is there, its beginning, or its last lines, also from rotated files. */
  readonly from: "end" | "start" | { readonly lastLines: number };
  /** Ends the following; without an error. */
  readonly signal: AbortSignal;
}

const pollMs = 250;

/**
 * The bytes of a captured log as they come, in chunks of at most 64 KiB. Goes on when the file is rotated, truncated,
 * removed, replaced, or not there yet. Nothing is read ahead of the reader: a slow one costs no memory, and still gets
 * everything as long as the file it reads is open. Throws ERR_DPM_PROCESS_LOG_UNREADABLE.
 */
export async function* followFile(
  path: string,
  { from, signal }: FollowOptions,
): AsyncGenerator<Uint8Array> {
  const opened = new Set<FileHandle>();
  const close = async (file: FileHandle): Promise<void> => {
    opened.delete(file);
    await file.close();
  };
  try {
    const start = await findStart(path, from);
    for (const segment of start) opened.add(segment.file);
    for (const segment of start.slice(0, -1)) {
      yield* readUntil(signal, segment);
      await close(segment.file);
    }
    let reading = start.at(-1) ?? null;
    while (!signal.aborted) {
      if (reading === null) {
        const file = await openCaptured(path);
        if (file === null) await somethingChanged(path, signal);
        else opened.add(file);
        reading = file === null ? null : { file, start: 0, end: 0 };
        continue;
      }
      const { file } = reading;
      const { size } = await file.stat();
      // Smaller than what was read: it was truncated, and what is in it now is new.
      const from = size < reading.start ? 0 : reading.start;
      reading = { file, start: yield* readUntil(signal, { file, start: from, end: size }), end: 0 };
      const later = await findLaterFiles(path, file);
      if (later === null) {
        await somethingChanged(path, signal);
        continue;
      }
      for (const next of later) opened.add(next);
      // What was written between the last look and the rotation is still in the old file.
      yield* readUntil(signal, { file, start: reading.start, end: Number.MAX_SAFE_INTEGER });
      await close(file);
      for (const next of later) {
        yield* readUntil(signal, { file: next, start: 0, end: Number.MAX_SAFE_INTEGER });
        await close(next);
      }
      reading = null;
    }
  } finally {
    for (const file of opened) await file.close();
  }
}

async function findStart(path: string, from: FollowOptions["from"]): Promise<readonly Segment[]> {
  const found = await findLastLines(path, typeof from === "object" ? from.lastLines : 0);
  return from === "start" ? found.map((segment) => ({ ...segment, start: 0 })) : found;
}

// Answers how far it came.
async function* readUntil(
  signal: AbortSignal,
  segment: Segment,
): AsyncGenerator<Uint8Array, number> {
  let position = segment.start;
  for await (const chunk of readSegment(segment)) {
    if (signal.aborted) break;
    position += chunk.byteLength;
    yield chunk;
  }
  return position;
}

/** The files between a rotated one and the present one, oldest first; null while the file is still the present one. */
async function findLaterFiles(
  path: string,
  file: FileHandle,
): Promise<readonly FileHandle[] | null> {
  const mine = await file.stat();
  const isMine = async (candidate: string): Promise<boolean | null> => {
    const found = await stat(candidate).catch(() => null);
    return found === null ? null : found.ino === mine.ino && found.dev === mine.dev;
  };
  if ((await isMine(path)) === true) return null;
  const between: FileHandle[] = [];
  for (let number = 1; ; number++) {
    const candidate = rotatedPath(path, number);
    const answer = await isMine(candidate);
    if (answer === true) return between;
    const opened = answer === null ? null : await openCaptured(candidate);
    if (opened === null) {
      // Its own file is gone from the folder, so which of the others are later can't be told.
      for (const each of between) await each.close();
      return [];
    }
    between.unshift(opened);
  }
}

// The watcher makes it quick; the timer makes it certain, where nothing watches or the watched file was moved away.
function somethingChanged(path: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let watcher: FSWatcher | null = null;
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", finish);
      watcher?.close();
      resolve();
    };
    const timer = setTimeout(finish, pollMs);
    if (signal.aborted) return finish();
    signal.addEventListener("abort", finish, { once: true });
    try {
      watcher = watch(path, { persistent: false }, finish);
      watcher.on("error", finish);
    } catch {
      // Not there, or no watch is left: the timer does it alone.
    }
  });
}
