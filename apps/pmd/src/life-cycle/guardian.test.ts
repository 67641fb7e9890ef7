import { isAlive, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { createTroubles } from "../troubles.ts";
import { startGuardian } from "./guardian.ts";

test("the death of a guardian is a trouble until another one watches, and a dismissed one is not replaced", async () => {
  const told: (string | null)[] = [];
  const troubles = createTroubles((_, error) => void told.push(error?.code ?? null));
  const guardian = startGuardian({ command: ["/bin/false"], shortLives: 0, troubles });
  const first = guardian.pid ?? 0;
  process.kill(first, "SIGKILL");
  const second = await waitUntil(
    () => guardian.pid !== null && guardian.pid !== first && guardian.pid,
  );
  expect(told).toEqual(["ERR_DPM_DAEMON_GUARDIAN", null]);
  await guardian.dismiss();
  await waitUntil(() => !isAlive(second));
  expect(guardian.pid).toBeNull();
});
