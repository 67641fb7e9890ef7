import type { Input } from "../model/input.ts";
import { invalidValue } from "./invalid-value.ts";

/** Reads a whole number within bounds. */
export function readCount(
  input: Pick<Input, "page">,
  { what, text, least, most }: { what: string; text: string; least: number; most: number },
): number {
  const count = /^\d{1,15}$/u.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(count) || count < least || count > most) {
    throw invalidValue(input, {
      what,
      value: text,
      expected: `a whole number from ${least} to ${most}`,
    });
  }
  return count;
}
