// What a terminal could take for a command (C0, DEL, C1), what changes the direction of a text or hides in it
// (format characters such as U+202E), line separators, and halves of surrogate pairs.
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

function toEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x0a) return String.raw`\n`;
  if (code === 0x09) return String.raw`\t`;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  return `\\u{${code.toString(16)}}`;
}

// What nearly every text is; told apart first, since tables have many.
const plain = /^[\x20-\x7E]*$/u;

/** A foreign text made fit for one line of a terminal: what could steer it is shown as an escape such as `\x1b`. */
export function escapeLine(text: string): string {
  return plain.test(text) ? text : text.replaceAll(unsafe, toEscape);
}

/** A foreign text of several lines made fit for a terminal: line breaks and tabs stay. */
export function escapeLines(text: string): string {
  return text.replaceAll(unsafe, (character) =>
    character === "\n" || character === "\t" ? character : toEscape(character),
  );
}

/** JSON text that steers no terminal either: the same characters as `\uXXXX`, which means the same to every parser. */
export function escapeJson(json: string): string {
  return json.replaceAll(unsafe, (character) =>
    character === "\n"
      ? character
      : [...Array(character.length).keys()]
          .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
          .join(""),
  );
}
