import { expect, test } from "vitest";
import type { ExitReport, StoredEvent } from "@dpm/process-core";
import { transitionLine } from "./transition-line.ts";

const event = (exit: ExitReport | null, pid: number | null = 7): StoredEvent => ({
  id: "web",
  sequence: 1,
  at: 0,
  monotonicMs: 0,
  from: "running",
  to: "exited",
  pid,
  exit,
  cause: "why",
  actor: null,
});

test.each([
  [event(null, null), "web: running → exited (why)"],
  [event({ kind: "exited", code: 3 }), "web: running → exited pid 7 code 3 (why)"],
  [
    event({ kind: "signalled", signal: "SIGABRT", coreDumped: true }),
    "web: running → exited pid 7 SIGABRT, core dumped (why)",
  ],
  [event({ kind: "unknown" }), "web: running → exited pid 7 exit unknown (why)"],
])("%j is one line with all that is known", (given, line) => {
  expect(transitionLine(given)).toBe(line);
});
