import type { Input } from "../model/input.ts";
import { invalidValue } from "./invalid-value.ts";

/** What a whole number is read from, and its bounds. */
interface Count {
  readonly what: string;
  readonly text: string;
  readonly least: number;
  readonly most: number;
  /** What to type for what no number within the bounds can mean. */
  readonly instead?: string;
}

/** Reads a whole number within bounds. */
export function readCount(
  input: Pick<Input, "page">,
  { what, text, least, most, instead }: Count,
): number {
  const count = /^\d{1,15}$/u.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(count) || count < least || count > most) {
    throw invalidValue(input, {
      what,
      value: text,
      expected: `a whole number from ${least} to ${most}${instead === undefined ? "" : `; ${instead}`}`,
    });
  }
  return count;
}
