/** The offset of the quote that is still open at `end`, within the tag that starts at `start`; undefined when none is. */
export function openQuote(text: string, start: number, end: number): number | undefined {
  let quote: number | undefined;
  for (let offset = start; offset < end; offset += 1) {
    const character = text.charAt(offset);
    if (quote !== undefined) {
      quote = character === text.charAt(quote) ? undefined : quote;
    } else if (character === ">") {
      return undefined;
    } else if (character === '"' || character === "'") {
      quote = offset;
    }
  }
  return quote;
}

/**
 * The quote that opened the attribute value which ends right before `end`, when that value took in the name of the next attribute,
 * as in `a="x b="y"`: then its own closing quote was forgotten. Undefined otherwise.
 */
export function unclosedBefore(text: string, end: number): number | undefined {
  if (!"\"'".includes(text.charAt(end - 1))) {
    return undefined;
  }
  const open = text.lastIndexOf(text.charAt(end - 1), end - 2);
  return /\s[\w.:-]+\s*=\s*$/.test(text.slice(Math.max(open + 1, end - 200), end - 1))
    ? open
    : undefined;
}
