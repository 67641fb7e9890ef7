import type { Input } from "../model/input.ts";
import { invalidValue } from "./invalid-value.ts";

/** Reads the name of a setting of the server. Which names exist is the server's knowledge. */
export function readSettingName(input: Input, word: string): string {
  if (!/^[A-Za-z0-9][\w.:-]{0,254}$/u.test(word)) {
    throw invalidValue(input, {
      what: "a setting",
      value: word,
      expected: "the name of a setting, such as logLevel",
    });
  }
  return word;
}
