/** When a log is rotated, and what is kept of it. */
export interface RotationLimits {
  /** Rotated at this size; null: never by size. */
  readonly maxBytes: number | null;
  /** Rotated this long after its first byte; null: never by age. */
  readonly maxAgeMs: number | null;
  /** Rotated files kept. */
  readonly backups: number;
  /** What the rotated files may take together, as they are on disk; null: any. */
  readonly totalBytes: number | null;
  /** Whether rotated files are compressed, but for the newest. */
  readonly compress: boolean;
}

/** Whether a log of this size, begun at this time (null: unknown), is to be rotated. An empty one never is. */
export function isRotationDue(
  log: { readonly size: number; readonly beganAtMs: number | null; readonly nowMs: number },
  { maxBytes, maxAgeMs }: RotationLimits,
): boolean {
  if (log.size === 0) return false;
  if (maxBytes !== null && log.size >= maxBytes) return true;
  return maxAgeMs !== null && log.beganAtMs !== null && log.nowMs - log.beganAtMs >= maxAgeMs;
}
