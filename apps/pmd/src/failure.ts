/** What an unknown thing that was thrown says. */
export function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

/** The name of the system's error, such as "ENOENT"; null for any other. */
export function errnoOf(failure: unknown): string | null {
  const code = failure instanceof Error && "code" in failure ? failure.code : null;
  return typeof code === "string" ? code : null;
}

/** SQLite's number of an error; null for any other. The low byte is the primary code. */
export function sqliteCodeOf(failure: unknown): number | null {
  const code = failure instanceof Error && "errcode" in failure ? failure.errcode : null;
  return typeof code === "number" ? code : null;
}
