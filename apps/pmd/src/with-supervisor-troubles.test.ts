import { dpmError } from "@dpm/errors";
import { expect, test } from "vitest";
import { createTroubles } from "./troubles.ts";
import { withSupervisorTroubles } from "./with-supervisor-troubles.ts";

const stopped = (reason: string): ReturnType<typeof dpmError> =>
  dpmError("ERR_DPM_DAEMON_STATE_STOPPED", { reason });

test("troubles of the daemon and of supervision are one list, each once", () => {
  const troubles = createTroubles(() => {});
  troubles.set("state", stopped("x"));
  const supervisor = {
    troubles: () => [
      { kind: "internal", message: "a bug", since: 0, count: 1 } as const,
      { kind: "store", message: "said by the store itself", since: 0, count: 1 } as const,
    ],
  };
  expect(withSupervisorTroubles(troubles, supervisor).list()).toMatchObject([
    { code: "ERR_DPM_DAEMON_STATE_STOPPED" },
    { code: "ERR_DPM_DAEMON_SUPERVISION", message: "a bug" },
  ]);
});

test("the beginning, a change and the end of a trouble are told once each", () => {
  const told: string[] = [];
  const troubles = createTroubles((name, error) =>
    told.push(`${name}: ${error === null ? "over" : error.message}`),
  );
  troubles.clear("state");
  troubles.set("state", stopped("x"));
  troubles.set("state", stopped("x"));
  troubles.set("state", stopped("y"));
  troubles.clear("state");
  troubles.clear("state");
  expect(told).toEqual([
    `state: ${stopped("x").message}`,
    `state: ${stopped("y").message}`,
    "state: over",
  ]);
  expect(troubles.list()).toEqual([]);
});
