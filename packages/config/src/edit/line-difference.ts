const shownLines = 20;

/**
 * What changed between two texts, for a person: the lines that left with `-`, those that came with `+`, each with its number.
 * Only the stretch between the common beginning and the common end, shortened when it is long.
 */
export function lineDifference(before: string, after: string): string {
  const old = before.split(/\r?\n/);
  const now = after.split(/\r?\n/);
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) {
    head += 1;
  }
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) {
    tail += 1;
  }
  const lines = [
    ...marked("-", old.slice(head, old.length - tail), head),
    ...marked("+", now.slice(head, now.length - tail), head),
  ];
  return lines.length === 0
    ? "only the line breaks or the byte order mark differ"
    : lines.join("\n");
}

function marked(mark: string, lines: readonly string[], before: number): string[] {
  const shown = lines
    .slice(0, shownLines)
    .map((line, index) => `${mark}${before + index + 1}: ${line}`);
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, `${mark} and ${rest} more lines`] : shown;
}
