import { parseAmount } from "./parse-amount.ts";

const shape = /^([\d.]+) ?([kmgt]?)(?:i?b)?$/i;
const longestText = 100;

const factors = new Map([
  ["", 1],
  ["k", 1024],
  ["m", 1024 ** 2],
  ["g", 1024 ** 3],
  ["t", 1024 ** 4],
]);

/**
 * Bytes of a size as people write it: `16M`, `50MB`, `16MiB`, a bare number of bytes, or `infinity`.
 * K, M, G and T are powers of 1024 in every spelling, upper or lower case. Null when the text is anything else.
 */
export function parseSize(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === "infinity") {
    return Infinity;
  }
  const match = trimmed.length > longestText ? null : shape.exec(trimmed);
  if (match === null) {
    return null;
  }
  const [, amount = "", prefix = ""] = match;
  // "1iB" is no unit; the pattern alone would let it pass.
  const isBareBinary = prefix === "" && /ib$/i.test(trimmed);
  return isBareBinary ? null : parseAmount(amount, factors.get(prefix.toLowerCase()) ?? 1);
}
