const longest = 60;

/** A text between quotes, short and on one line, to be shown in a message. */
export function quoteForPeople(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return JSON.stringify(shown);
}
