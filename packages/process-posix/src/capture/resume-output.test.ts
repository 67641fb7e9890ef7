import { waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import type { CaptureChange } from "./capture-change.ts";
import { createLogTroubles } from "./log-troubles.ts";
import { createResumeOutput } from "./resume-output.ts";

test("what can't be reached is trouble that says what to do, tried again until it is over", async () => {
  const told: unknown[] = [];
  const asked: CaptureChange[] = [];
  const resume = createResumeOutput({
    directory: "/run/fifos",
    troubles: createLogTroubles((name, error) => {
      told.push(name, error === null ? null : [error.code, error.message, error.hint]);
    }),
    isClosed: () => false,
    changes: {
      add: async (change) => {
        asked.push(change);
        if (change.kind === "resume" && asked.length < 3)
          change.failed("EACCES", "/run/fifos/web.out (deleted)");
      },
    },
  });
  await resume("web", null, 4711);
  await waitUntil(() => told.length === 4);
  expect(told).toEqual([
    "output of web",
    [
      "ERR_DPM_PROCESS_OUTPUT_LOST",
      "what web writes can't be captured any more: the way to it was removed (EACCES)",
      "Restart it: `pmc restart web`. Until then it may stand still as soon as it writes.",
    ],
    "output of web",
    null,
  ]);
  expect(asked.length).toBe(3);
});
