import type { Program } from "./model/program.ts";
import { whatRuns } from "./reconfigure-plan.ts";

/**
 * A short text that is the same for what would run the same, also in another version that knows more keys: what says nothing
 * counts as absent. Where the output goes is part of it, how much of it is kept is not.
 */
export function digestOfProgram(program: Program): string {
  return digestOf(JSON.stringify(whatRuns(program), saying));
}

/** Leaves out what says nothing, and sorts what has no order. */
function saying(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object") return value ?? undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  const parts = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

/** FNV-1a with 52 bits: enough to tell two definitions of one process apart. http://www.isthe.com/chongo/tech/comp/fnv/ */
function digestOf(text: string): string {
  let [low, high] = [0x811c9dc5, 0x050c5d1f];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + index), 0x01000193);
  }
  return ((high >>> 12) * 2 ** 32 + (low >>> 0)).toString(36);
}
