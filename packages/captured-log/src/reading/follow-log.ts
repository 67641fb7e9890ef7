import { setTimeout as sleep } from "node:timers/promises";
import type { FileIdentity } from "../gzip-identity.ts";
import { type ChangeWatch, watchChanges } from "./change-watch.ts";
import { findSlot, findSuccessor, isRotating } from "./find-part.ts";
import { beginningOf } from "./beginning-of.ts";
import { findAfter } from "./find-after.ts";
import { closeSegments, findStart, openTimesOf, type Segment } from "./find-start.ts";
import type { LogStart, ReadOptions } from "./log-piece.ts";
import { beforeAll, type LogPosition, type PlacedPiece } from "./log-position.ts";
import { tellSegment } from "./tell-segment.ts";

/** Where following begins, what it tells, and what ends it. */
export interface FollowOptions extends ReadOptions {
  /** Begins behind this position, and not where `start` says. */
  readonly after?: LogPosition | null;
  /** The first piece is one without text that says where it begins. */
  readonly tellsBeginning?: boolean;
  /** Ends the following; without an error. */
  readonly signal: AbortSignal;
}

const pollMs = 250;
// A rotation, and noting the time of what was written, take moments.
const momentMs = 20;
const momentTries = 10;

/** The file that is read, from `start` on, and what was waited for in vain. */
interface Reading extends Omit<Segment, "end"> {
  readonly start: number;
  readonly tries: number;
}

/**
 * A captured log as it comes. Goes on when the file is rotated, any number of times between two looks, truncated, removed,
 * replaced, or not there yet; every byte of its files is told once. Nothing is read ahead of the reader: a slow one costs
 * no memory. Throws ERR_DPM_PROCESS_LOG_UNREADABLE.
 */
export async function* followLog(
  path: string,
  { start, after = null, tellsBeginning = false, times, signal }: FollowOptions,
): AsyncGenerator<PlacedPiece> {
  const wanted = { times, signal };
  const changes = watchChanges(path, signal);
  const past: Segment[] = [];
  let reading: Reading | null = null;
  let before: FileIdentity | null = null;
  try {
    changes.renew();
    const { segments, isCut } = await findBeginning(path, start, after);
    past.push(...segments);
    const position = after !== null && !isCut ? after : await positionOf(path, past[0]);
    if (tellsBeginning) yield { kind: "text", data: new Uint8Array(), timeUs: null, position };
    if (isCut) yield { ...unknownGap(), position };
    while (past.length === 0 && !signal.aborted) {
      await changes.changed(pollMs);
      changes.renew();
      // Nothing was there, so all that is found now is new, also what was rotated meanwhile.
      past.push(...(await findStart(path, { ...start, lines: Number.POSITIVE_INFINITY })));
    }
    const last = past.pop();
    if (last !== undefined) reading = { ...last, tries: 0 };
    for (let segment = past[0]; segment !== undefined; segment = past[0]) {
      yield* tellSegment(path, segment, wanted);
      before = await segment.part.identity();
      past.shift();
      await closeSegments([segment]);
    }
    while (reading !== null && !signal.aborted) {
      reading = await withTimes(path, reading);
      const stretch = await findReadable(reading, times);
      const from: number = yield* tellSegment(path, stretch.segment, wanted);
      reading = { ...reading, start: from, tries: stretch.tries };
      if (signal.aborted) break;
      if (!stretch.isAll) {
        if (stretch.tries > 0) await sleep(momentMs, undefined, { signal }).catch(() => {});
        continue;
      }
      const next = await findSuccessor(path, reading.part, before);
      if (next.kind === "part") {
        past.push({ ...reading, end: Number.MAX_SAFE_INTEGER });
        reading = { part: next.part, times: null, start: 0, tries: 0 };
        changes.renew();
        const left = past[0];
        if (left === undefined) continue;
        // What was written between the last look and the rotation is still in the old file.
        const end: number = yield* tellSegment(path, left, wanted);
        // The beginning of an unfinished line that was told already was moved to the beginning of the next.
        reading = { ...reading, start: Math.max(0, end - (await left.part.size())) };
        before = await left.part.identity();
        past.shift();
        await closeSegments([left]);
      } else {
        reading = await waitFor(next.kind, reading, { path, changes });
      }
    }
  } finally {
    changes.close();
    await closeSegments(past);
    if (reading !== null) await closeSegments([{ ...reading, end: 0 }]);
  }
}

/** What is there to begin with, and whether something may be missing before it. */
async function findBeginning(
  path: string,
  start: LogStart,
  after: LogPosition | null,
): Promise<{ readonly segments: readonly Segment[]; readonly isCut: boolean }> {
  if (after !== null) return findAfter(path, after);
  return { segments: await findStart(path, start), isCut: false };
}

async function positionOf(path: string, segment: Segment | undefined): Promise<LogPosition> {
  if (segment === undefined) return beforeAll;
  return { ...(await beginningOf(path, segment)), offset: segment.start };
}

/** How much is missing is not known: none, perhaps. */
const unknownGap = () =>
  ({ kind: "dropped", lines: 0, bytes: null, errno: "ENOENT", timeUs: Date.now() * 1000 }) as const;

/** With the index of its times, if there is one by now. */
async function withTimes(path: string, reading: Reading): Promise<Reading> {
  if (reading.times !== null) return reading;
  const { part } = reading;
  const number = await findSlot(path, part);
  const times = number === null ? null : await openTimesOf(path, { part, number });
  await times?.skipTo(reading.start, 0);
  return { ...reading, times };
}

interface Stretch {
  readonly segment: Segment;
  /** Whether it is all that is there, and not only as far as times are known. */
  readonly isAll: boolean;
  readonly tries: number;
}

/** What may be read now: all, or with times as far as they are known, for a while at least. */
async function findReadable(reading: Reading, withTimes: boolean): Promise<Stretch> {
  const { part, times, start, tries } = reading;
  const size = await part.size();
  const all = { part, times, start, end: size };
  if (!withTimes || part.isPacked || size <= start) return { segment: all, isAll: true, tries };
  const covered = times === null ? 0 : Math.min(size, await times.coveredEnd());
  if (covered === size) return { segment: all, isAll: true, tries: 0 };
  if (covered > start) return { segment: { ...all, end: covered }, isAll: false, tries: 0 };
  // Once it was in vain there is probably nobody who notes times.
  if (tries >= momentTries) return { segment: all, isAll: true, tries };
  return { segment: { ...all, end: start }, isAll: false, tries: tries + 1 };
}

/** Waits for something new in the file that is read, or for the next one. */
async function waitFor(
  kind: "none" | "moving",
  reading: Reading,
  { path, changes }: { readonly path: string; readonly changes: ChangeWatch },
): Promise<Reading> {
  if (kind === "moving") {
    const { tries } = reading;
    await changes.changed(tries < momentTries ? momentMs : pollMs);
    return { ...reading, tries: tries + 1 };
  }
  const size = await reading.part.size();
  if (size > reading.start) return reading;
  if (size === reading.start) {
    await changes.changed(pollMs);
    return reading;
  }
  // It has become shorter: a rotation has taken its unfinished line away, or somebody has truncated it, and what is in it is new.
  if (await isRotating(path)) {
    await changes.changed(momentMs);
    return reading;
  }
  if ((await findSlot(path, reading.part)) !== 0) return reading;
  await reading.times?.skipTo(0, 0);
  return { ...reading, start: 0 };
}
