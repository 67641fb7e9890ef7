/** A time in µs since 1970 as ISO 8601 in UTC, with microseconds: `2026-11-21T14:45:00.000123Z`. */
export function isoTimeOf(timeUs: number): string {
  const micros = String(Math.floor(timeUs) % 1000).padStart(3, "0");
  return new Date(timeUs / 1000).toISOString().replace("Z", `${micros}Z`);
}
