import { expect, test } from "vitest";

import { parseCommandLine } from "../parse/parse-command-line.ts";

function since(text: string): unknown {
  const { command } = parseCommandLine(["logs", "id0", "--since", text]);
  return command.kind === "logs" ? command.since : undefined;
}

test.each([
  ["10min", 600_000],
  ["90", 90_000],
  ["1h 30min", 5_400_000],
  ["0", 0],
])("%s is so long ago", (text, ms) => {
  expect(since(text)).toEqual({ kind: "ago", ms });
});

test.each([
  ["2026-11-21T14:45:00Z", Date.UTC(2026, 10, 21, 14, 45)],
  ["2026-11-21 14:45:00.250+02:00", Date.UTC(2026, 10, 21, 12, 45, 0, 250)],
  ["2026-11-21T14:45", new Date(2026, 10, 21, 14, 45).getTime()],
  ["2026-11-21", new Date(2026, 10, 21).getTime()],
])("%s is that time, on the clock of this place unless it says where", (text, ms) => {
  expect(since(text)).toEqual({ kind: "at", ms });
});

test("for ever is no limit", () => {
  expect(since("infinity")).toBeNull();
});

test.each(["yesterday", "", "2026-13-01", "2026-11-21T25:00", "14:45"])(
  '"%s" is a usage error that says what can be given',
  (text) => {
    expect(() => since(text)).toThrow(/a duration, such as 10min/);
  },
);
