import type { Input } from "../model/input.ts";
import { invalidValue } from "./invalid-value.ts";

// What no id can hold: white space, control characters and what would be read as something else by a shell, a path or key=value.
const forbidden = /[\s\p{C}/\\'"`$<>|&;=#]/u;
const globSigns = /[*?[\]{}!(),]/u;
const longestId = 255;

function isName(text: string): boolean {
  return text !== "" && text.length <= longestId && !text.startsWith("-") && !forbidden.test(text);
}

/** Reads the id of one process. */
export function readId(input: Input, word: string): string {
  if (!isName(word) || globSigns.test(word)) {
    throw invalidValue(input, {
      what: "an id",
      value: word,
      expected: "the id of one process, such as web-1",
    });
  }
  return word;
}

/** Reads an id or a glob over ids such as `web-*`. */
export function readIdPattern(input: Input, word: string): string {
  if (!isName(word)) {
    throw invalidValue(input, {
      what: "an id",
      value: word,
      expected: "an id or a glob, such as web-1 or 'web-*'",
    });
  }
  return word;
}

/** Reads the name of a group. */
export function readGroup(input: Input, word: string): string {
  if (!isName(word)) {
    throw invalidValue(input, {
      what: "a group",
      value: word,
      expected: "the name of a group, such as web",
    });
  }
  return word;
}
