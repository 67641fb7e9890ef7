const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
  ["ms", 1],
] as const;

/**
 * A duration in the one form that is printed and stored, such as `5min 20s`; `parseDuration` gives back the same number.
 * Fractions of a millisecond are rounded; a negative or unknown duration counts as `0s`.
 */
export function formatDuration(durationMs: number): string {
  if (durationMs === Infinity) {
    return "infinity";
  }
  let rest = durationMs > 0 ? Math.round(durationMs) : 0;
  const parts: string[] = [];
  for (const [name, unit] of units) {
    const amount = Math.floor(rest / unit);
    if (amount > 0) {
      parts.push(`${amount}${name}`);
      rest -= amount * unit;
    }
  }
  return parts.length === 0 ? "0s" : parts.join(" ");
}
