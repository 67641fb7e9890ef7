import { parseAmount } from "./parse-amount.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const unitsMs = new Map([
  ["ms", 1],
  ["s", second],
  ["sec", second],
  ["m", minute],
  ["min", minute],
  ["h", hour],
  ["d", day],
  ["w", 7 * day],
]);

const longestText = 100;
const shape = /^\d+(?:\.\d+)?[a-z]+(?: *\d+(?:\.\d+)?[a-z]+)*$/;
const parts = /(\d+(?:\.\d+)?)([a-z]+)/g;

/**
 * Milliseconds of a duration as people write it: `500ms`, `10s`, `5min 20s`, `1h`, `2d`, a bare number of seconds, or `infinity`.
 * Units are ms, s or sec, m or min, h, d, w; the larger comes first and each once. Null when the text is anything else.
 */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed.length > longestText) {
    return null;
  }
  if (trimmed === "infinity") {
    return Infinity;
  }
  return shape.test(trimmed) ? sumOfParts(trimmed) : parseAmount(trimmed, second);
}

function sumOfParts(text: string): number | null {
  let sum = 0;
  let previousUnit = Infinity;
  for (const [, amount = "", name = ""] of text.matchAll(parts)) {
    const unit = unitsMs.get(name);
    if (unit === undefined || unit >= previousUnit) {
      return null;
    }
    const product = parseAmount(amount, unit);
    if (product === null) {
      return null;
    }
    previousUnit = unit;
    sum += product;
  }
  return Number.isSafeInteger(sum) ? sum : null;
}
