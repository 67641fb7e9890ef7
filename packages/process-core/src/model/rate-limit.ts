/** How many of something within a sliding window. */
export interface RateLimit {
  readonly count: number;
  readonly windowMs: number;
}
