const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const narrow = /^[\x20-\x7E]*$/u;

function widthOfCharacter(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** Whether every character of a text takes one column, as all of ASCII do. */
export function isNarrow(text: string): boolean {
  return narrow.test(text);
}

/** How many columns of a terminal a printable text takes. */
export function displayWidth(text: string): number {
  if (isNarrow(text)) return text.length;
  return Array.from(text).reduce((sum, character) => sum + widthOfCharacter(character), 0);
}

/** Breaks a text into lines of at most a number of columns: between words where it can, else within a word. */
export function breakText(text: string, columns: number): readonly string[] {
  if (displayWidth(text) <= columns) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (displayWidth(longer) <= columns) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const character of word) {
      if (displayWidth(line + character) > columns) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return [...lines, line];
}
