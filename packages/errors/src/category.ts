/**
 * The closed set of error categories, after gRPC's status codes.
 * A client decides by category what to do; the code says what exactly happened.
 */
export const categories = [
  "invalid-argument",
  "configuration",
  "not-found",
  "already-exists",
  "failed-precondition",
  "permission-denied",
  "version-mismatch",
  "resource-exhausted",
  "unavailable",
  "deadline-exceeded",
  "cancelled",
  "unimplemented",
  "internal",
] as const;

/** One of the error categories. */
export type Category = (typeof categories)[number];

/** Whether a text, for example one from a newer peer, is a category that this version knows. */
export function isCategory(text: string): text is Category {
  return (categories as readonly string[]).includes(text);
}
