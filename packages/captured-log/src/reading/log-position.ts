import type { LogPart } from "./log-part.ts";
import type { LogPiece } from "./log-piece.ts";
import type { TimeCursor } from "./time-cursor.ts";

/**
 * A place in a captured log that stays right when its file is renamed or compressed, and over the life of whoever reads:
 * the file, told by its number and by when it was begun, since numbers are given again; and the offset in it.
 */
export interface LogPosition {
  /** 0: of no file. */
  readonly ino: bigint;
  /** In µs since 1970; 0: unknown. */
  readonly beganUs: number;
  readonly offset: number;
  /** What was dropped at this offset was told up to this time, in µs since 1970. */
  readonly toldUs: number;
}

/** A piece, and the position behind it. */
export type PlacedPiece = LogPiece & { readonly position: LogPosition };

/** Before everything. */
export const beforeAll: LogPosition = { ino: 0n, beganUs: 0, offset: 0, toldUs: 0 };

/** The beginning of a file of a log. */
export async function beginningOf(part: LogPart, times: TimeCursor | null): Promise<LogPosition> {
  const ino = (await part.identity())?.ino ?? 0n;
  return { ino, beganUs: (await times?.beganUs()) ?? 0, offset: 0, toldUs: 0 };
}

/** Whether two positions are in one file. When it was begun counts only where both know it. */
export function isSameFile(one: LogPosition, other: LogPosition): boolean {
  if (one.ino !== other.ino || one.ino === 0n) return false;
  return one.beganUs === 0 || other.beganUs === 0 || one.beganUs === other.beganUs;
}

/** A position as text, for {@link parsePosition}; to others it means nothing. */
export function formatPosition({ ino, beganUs, offset, toldUs }: LogPosition): string {
  return [ino, beganUs, offset, toldUs].map((number) => number.toString(36)).join(".");
}

/** Reads what {@link formatPosition} made; null: it did not. */
export function parsePosition(text: string): LogPosition | null {
  if (!/^[0-9a-z]{1,13}(\.[0-9a-z]{1,11}){3}$/.test(text)) return null;
  const [ino = "", ...others] = text.split(".");
  const [beganUs = 0, offset = 0, toldUs = 0] = others.map((digits) => parseInt(digits, 36));
  if (!others.every((digits) => Number.isSafeInteger(parseInt(digits, 36)))) return null;
  return { ino: toBigInt(ino), beganUs, offset, toldUs };
}

function toBigInt(digits: string): bigint {
  let value = 0n;
  for (const digit of digits) value = value * 36n + BigInt(parseInt(digit, 36));
  return value;
}
