const units = [
  ["d", 86_400],
  ["h", 3600],
  ["m", 60],
  ["s", 1],
] as const;

/**
 * How long ago or how long since, for tables: the two largest units in whole seconds, such as `3d 4h`, `12m 5s` or `8s`.
 * A negative age, as after a clock was set back, is `0s`.
 */
export function formatAge(ageMs: number): string {
  if (ageMs === Infinity) {
    return "infinity";
  }
  const seconds = ageMs > 0 ? Math.floor(ageMs / 1000) : 0;
  const first = units.findIndex(([, unit]) => seconds >= unit);
  if (first === -1) {
    return "0s";
  }
  let rest = seconds;
  const parts: string[] = [];
  for (const [name, unit] of units.slice(first, first + 2)) {
    const amount = Math.floor(rest / unit);
    rest -= amount * unit;
    if (amount > 0) {
      parts.push(`${amount}${name}`);
    }
  }
  return parts.join(" ");
}
