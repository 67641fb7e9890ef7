import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";

import { openState } from "./open-state.ts";
import { createTroubles } from "./troubles.ts";

test("a state that can't be opened names its place and the way out", async () => {
  const path = join(temporaryDirectory(), "state.db");
  mkdirSync(path);
  const opening = openState({ path, historyLimit: 10, troubles: createTroubles(() => {}) });
  await expect(opening).rejects.toMatchObject({
    code: "ERR_DPM_DAEMON_STATE_UNOPENED",
    details: { path },
    hint: expect.stringContaining("--state-dir"),
  });
});
