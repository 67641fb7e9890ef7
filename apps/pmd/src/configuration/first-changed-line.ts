/** The first line, counted from 1, where two texts differ; the last line of the later one when it is only shorter. */
export function firstChangedLine(before: string, after: string): number {
  const length = Math.min(before.length, after.length);
  let index = 0;
  while (index < length && before[index] === after[index]) index += 1;
  // What was inserted may begin with the end of a line that stayed.
  if (after[index] === "\n") index += 1;
  return after.slice(0, index).split("\n").length;
}
