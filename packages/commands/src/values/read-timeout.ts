import { parseDuration } from "@dpm/units";

import type { Input } from "../model/input.ts";
import { invalidValue } from "./invalid-value.ts";

/** Reads `--timeout`: milliseconds, or Infinity; null when it was not given. */
export function readTimeout(input: Input): number | null {
  const text = input.text("timeout");
  if (text === null) return null;
  const timeoutMs = parseDuration(text);
  if (timeoutMs === null || timeoutMs <= 0) {
    throw invalidValue(input, {
      what: "--timeout",
      value: text,
      expected: 'a duration above 0, such as 500ms, 10 (seconds), "5min 20s" or infinity',
    });
  }
  return timeoutMs;
}
