/** What did not get into a log. */
export interface Loss {
  readonly bytes: number;
  readonly lines: number;
}

/** Nothing; one for all, since most of ten thousand never lose anything. */
export const noLoss: Loss = Object.freeze({ bytes: 0, lines: 0 });

/** Both together. */
export function addLoss(a: Loss, b: Loss): Loss {
  return { bytes: a.bytes + b.bytes, lines: a.lines + b.lines };
}
