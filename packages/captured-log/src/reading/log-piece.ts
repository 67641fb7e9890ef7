/** A piece of a captured log. */
export type LogPiece =
  | {
      readonly kind: "text";
      /** At most 64 KiB, exactly as they were written; may begin and end anywhere in a line. */
      readonly data: Uint8Array;
      /** When they came, in µs since 1970; null: unknown, or not asked for. */
      readonly timeUs: number | null;
    }
  | {
      /** At this place something is missing. */
      readonly kind: "dropped";
      readonly lines: number;
      /** Null: unknown. */
      readonly bytes: number | null;
      /** Why, such as `ENOSPC`; null: unknown. */
      readonly errno: string | null;
      readonly timeUs: number;
    };

/** Which part of a log is read. */
export interface LogStart {
  /** The last lines; Infinity for all, 0 for none of what is there. */
  readonly lines: number;
  /** What came since then, in µs since 1970; what is older is left out as far as times are known. Null: any. */
  readonly sinceUs: number | null;
}

/** How a log is read. */
export interface ReadOptions {
  readonly start: LogStart;
  /** Whether pieces carry their times; they are smaller then. */
  readonly times: boolean;
}
