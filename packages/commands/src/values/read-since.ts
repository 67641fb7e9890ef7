import { parseDuration } from "@dpm/units";

import type { Since } from "../model/command.ts";
import type { Input } from "../model/input.ts";
import { invalidValue } from "./invalid-value.ts";

const isoTime =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?)?$/iu;

/** Reads `--since`; null when it was not given, or for ever. */
export function readSince(input: Input): Since | null {
  const text = input.text("since");
  if (text === null) return null;
  const ms = parseDuration(text);
  if (ms === Number.POSITIVE_INFINITY) return null;
  if (ms !== null) return { kind: "ago", ms };
  const [, date, time = "00:00", zone = ""] = isoTime.exec(text) ?? [];
  const at = date === undefined ? Number.NaN : Date.parse(`${date}T${time}${zone.toUpperCase()}`);
  if (Number.isNaN(at)) {
    throw invalidValue(input, {
      what: "--since",
      value: text,
      expected:
        'a duration, such as 10min or "1h 30min", or a time, such as 2026-11-21T14:45 or 2026-11-21T14:45:00Z',
    });
  }
  return { kind: "at", ms: at };
}
