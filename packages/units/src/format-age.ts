/**
 * How long ago or how long since, for tables: the two largest units in whole seconds, such as `3d 4h`, `12m 5s` or `8s`.
 * A negative age, as after a clock was set back, is `0s`.
 */
export function formatAge(ageMs: number): string {
  if (ageMs === Infinity) {
    return "infinity";
  }
  const seconds = ageMs > 0 ? Math.floor(ageMs / 1000) : 0;
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return joined(seconds, { name: "m", unit: 60, below: "s", part: 1 });
  if (seconds < 86_400) return joined(seconds, { name: "h", unit: 3600, below: "m", part: 60 });
  return joined(seconds, { name: "d", unit: 86_400, below: "h", part: 3600 });
}

interface Units {
  readonly name: string;
  readonly unit: number;
  readonly below: string;
  readonly part: number;
}

function joined(seconds: number, { name, unit, below, part }: Units): string {
  const rest = Math.floor((seconds % unit) / part);
  const whole = `${Math.floor(seconds / unit)}${name}`;
  return rest === 0 ? whole : `${whole} ${rest}${below}`;
}
