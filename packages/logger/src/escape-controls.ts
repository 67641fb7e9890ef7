// C0, DEL and C1 steer terminals; the line and paragraph separators and the marks of writing direction forge what is seen.
const unsafe = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

const short: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Makes text from elsewhere harmless to a terminal and keeps it on one line: control characters become visible escapes. */
export function escapeControls(text: string): string {
  return text.replace(unsafe, (character) => short[character] ?? escapeOf(character));
}

function escapeOf(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}
