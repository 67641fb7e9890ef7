import { expect, onTestFinished, test, vi } from "vitest";
import { createTroubles } from "../troubles.ts";
import { tellServiceManager } from "./tell-service-manager.ts";

test("a service manager that can't be told is a trouble, and none at all is not", () => {
  const troubles = createTroubles(() => {});
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("NOTIFY_SOCKET", "");
  tellServiceManager("READY=1", troubles);
  expect(troubles.list()).toEqual([]);
  vi.stubEnv("NOTIFY_SOCKET", "/no/such/socket");
  tellServiceManager("READY=1", troubles);
  expect(troubles.list()).toMatchObject([{ code: "ERR_DPM_DAEMON_NOTIFY" }]);
});
