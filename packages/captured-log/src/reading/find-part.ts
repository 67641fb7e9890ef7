import { stat } from "node:fs/promises";
import type { FileIdentity } from "../gzip-identity.ts";
import { rotatedPath, tailPath } from "../log-names.ts";
import { type LogPart, openPart } from "./log-part.ts";

/** Whether two identities are of one file in one state. */
function isSameState(left: FileIdentity | null, right: FileIdentity | null): boolean {
  return (
    left !== null &&
    right !== null &&
    left.ino === right.ino &&
    left.size === right.size &&
    left.mtimeNs === right.mtimeNs
  );
}

/** One of the files of a log, as it is found in its folder. */
interface Slot {
  readonly number: number;
  readonly isPacked: boolean;
  readonly identity: FileIdentity | null;
}

/** Tells the files of a log, with their numbers from `from` on, as far as no two are missing in a row. */
async function* listSlots(path: string, from: number): AsyncGenerator<Slot> {
  // One is missing for a moment while they are moved.
  for (let number = from, missing = 0; missing < 2; number++) {
    const slot = await lookAtSlot(path, number);
    missing = slot === null ? missing + 1 : 0;
    if (slot !== null) yield slot;
  }
}

async function lookAtSlot(path: string, number: number): Promise<Slot | null> {
  const plain = await stat(rotatedPath(path, number), { bigint: true }).catch(() => null);
  if (plain !== null) return { number, isPacked: false, identity: plain };
  const packed = await openPart(path, number).catch(() => null);
  if (packed === null) return null;
  try {
    return { number, isPacked: packed.isPacked, identity: await packed.identity() };
  } finally {
    await packed.close();
  }
}

/** Whether a file that is held open is the one at this place. */
export function isSamePart(
  part: { readonly isPacked: boolean; readonly identity: FileIdentity | null },
  slot: { readonly isPacked: boolean; readonly identity: FileIdentity | null },
): boolean {
  // It may grow between two looks, but no other can get its number while it is held open.
  if (!part.isPacked && !slot.isPacked) return part.identity?.ino === slot.identity?.ino;
  return isSameState(part.identity, slot.identity);
}

/** The number under which a file of a log is found now; null: under none. `likely` is looked at first. */
export async function findSlot(path: string, part: LogPart, likely = 0): Promise<number | null> {
  const { isPacked } = part;
  const held = { isPacked, identity: await part.identity() };
  const first = await lookAtSlot(path, likely);
  if (first !== null && isSamePart(held, first)) return likely;
  for await (const slot of listSlots(path, 0)) if (isSamePart(held, slot)) return slot.number;
  return null;
}

/** A file of a log and the number under which it was found. */
export interface PlacedPart {
  readonly part: LogPart;
  readonly number: number;
}

/** Opens the file that was written right before this one; null when there is none, or this one is gone. */
export async function openPredecessor(
  path: string,
  { part, number }: PlacedPart,
): Promise<PlacedPart | null> {
  for (let slot = await findSlot(path, part, number); slot !== null;) {
    // The older one may have been moved already, and this one be about to be.
    const next = slot + 1;
    const older = (await openPlaced(path, next)) ?? (await openPlaced(path, next + 1));
    // The oldest is moved first: when this one was not moved meanwhile, the other is the one before it.
    const now = await findSlot(path, part, slot).catch(async (error: unknown) => {
      await older?.part.close();
      throw error;
    });
    if (now === slot) return older;
    await older?.part.close();
    slot = now;
  }
  return null;
}

async function openPlaced(path: string, number: number): Promise<PlacedPart | null> {
  const part = await openPart(path, number);
  return part === null ? null : { part, number };
}

/** What comes after a file of a log. */
export type Successor =
  /** It is still the one that is written. */
  | { readonly kind: "none" }
  /** The files are just being moved. */
  | { readonly kind: "moving" }
  | { readonly kind: "part"; readonly part: LogPart };

/**
 * Finds the file that comes right after this one. `before` is the file that came before it, if there was one: when this one is
 * gone from the folder, it tells where it was.
 */
export async function findSuccessor(
  path: string,
  part: LogPart,
  before: FileIdentity | null,
): Promise<Successor> {
  const slot = await findSlot(path, part);
  if (slot === 0) return { kind: "none" };
  const number = slot === null ? await placeOfLost(path, before) : slot - 1;
  const next = await openPart(path, number);
  if (next === null) return { kind: "moving" };
  // The oldest is moved first. So if this one has not been moved meanwhile, neither had the other when it was opened.
  if (slot !== null && (await findSlot(path, part, slot)) !== slot) {
    await next.close();
    return { kind: "moving" };
  }
  return { kind: "part", part: next };
}

// Where what follows a removed file is found. If what came before it is still there, it is the next of that. If not, both
// went the way of all old files, and it is the oldest.
async function placeOfLost(path: string, before: FileIdentity | null): Promise<number> {
  let oldest = 0;
  for await (const { number, identity } of listSlots(path, 0)) {
    if (isSameState(identity, before)) return Math.max(0, number - 1);
    oldest = number;
  }
  return oldest;
}

/** Whether a rotation is going on, so that the log may be shorter than it was. */
export async function isRotating(path: string): Promise<boolean> {
  return (await stat(tailPath(path)).catch(() => null)) !== null;
}
