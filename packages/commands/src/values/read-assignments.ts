import type { Assignment } from "../model/command.ts";
import type { Input } from "../model/input.ts";
import { invalidValue } from "./invalid-value.ts";

/** Reads words `key=value`; the value may be empty and may hold further `=`. A key may be given once. */
export function readAssignments(input: Input, words: readonly string[]): readonly Assignment[] {
  const seen = new Set<string>();
  return words.map((word) => {
    const [, key, value] = /^([A-Za-z][\w.:[\]-]*)=(.*)$/su.exec(word) ?? [];
    if (key === undefined || value === undefined) {
      throw invalidValue(input, {
        what: "an assignment",
        value: word,
        expected: "key=value, such as stopTimeout=20s",
      });
    }
    if (value.includes("\0")) {
      throw invalidValue(input, { what: key, value, expected: "a text without a zero byte" });
    }
    if (seen.has(key)) {
      throw invalidValue(input, {
        what: "an assignment",
        value: word,
        expected: `${key} only once`,
      });
    }
    seen.add(key);
    return { key, value };
  });
}
