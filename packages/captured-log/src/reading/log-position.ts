import type { LogPiece } from "./log-piece.ts";

/**
 * A place in a captured log that stays right when its file is renamed or compressed, and over the life of whoever reads:
 * the file, told by its number and by when it was begun, since numbers are given again; and the offset in it.
 */
export interface LogPosition {
  /** 0: of no file. */
  readonly ino: bigint;
  /** In µs since 1970; 0: unknown. */
  readonly beganUs: number;
  /** What was begun before this is not it; 0: unknown. Of use where `beganUs` is unknown. */
  readonly notBeforeUs: number;
  readonly offset: number;
  /** What was dropped at this offset was told up to this time, in µs since 1970. */
  readonly toldUs: number;
}

/** A piece, and the position behind it. */
export type PlacedPiece = LogPiece & { readonly position: LogPosition };

/** Before everything. */
export const beforeAll: LogPosition = {
  ino: 0n,
  beganUs: 0,
  notBeforeUs: 0,
  offset: 0,
  toldUs: 0,
};

/** A position as text, for {@link parsePosition}; to others it means nothing. */
export function formatPosition(position: LogPosition): string {
  const { ino, beganUs, notBeforeUs, offset, toldUs } = position;
  const numbers = [ino, beganUs, notBeforeUs, offset, toldUs];
  return numbers.map((number) => number.toString(36)).join(".");
}

/** Reads what {@link formatPosition} made; null: it did not. */
export function parsePosition(text: string): LogPosition | null {
  if (!/^[0-9a-z]{1,13}(\.[0-9a-z]{1,11}){4}$/.test(text)) return null;
  const [ino = "", ...others] = text.split(".");
  const numbers = others.map((digits) => parseInt(digits, 36));
  if (!numbers.every(Number.isSafeInteger)) return null;
  const [beganUs = 0, notBeforeUs = 0, offset = 0, toldUs = 0] = numbers;
  return { ino: toBigInt(ino), beganUs, notBeforeUs, offset, toldUs };
}

function toBigInt(digits: string): bigint {
  let value = 0n;
  for (const digit of digits) value = value * 36n + BigInt(parseInt(digit, 36));
  return value;
}
