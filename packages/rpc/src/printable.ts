// Control characters, and those that change the direction or the lines of a text that shows them.
const dangerous = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A peer's text made fit for one line of a log: unprintable characters replaced, cut to 128. */
export function toPrintable(text: string): string {
  return text.slice(0, 128).replaceAll(dangerous, "?");
}
