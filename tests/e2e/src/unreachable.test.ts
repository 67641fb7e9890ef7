import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { describe, expect, test } from "vitest";
import { launchers, runProgram } from "./daemon.ts";

const mayUnshare =
  spawnSync("unshare", ["-rn", "ip", "link", "set", "lo", "up"], { stdio: "ignore" }).status === 0;

// A network namespace has no way to anywhere but itself.
describe.skipIf(!mayUnshare)(
  `an address without a way to it${mayUnshare ? "" : " (needs unshare of util-linux and ip)"}`,
  { timeout: 60_000 },
  () => {
    test.each([
      ["192.0.2.1:9", "there is no way to 192.0.2.1:9 (ENETUNREACH)"],
      ["[2001:db8::1]:9", "there is no way to [2001:db8::1]:9 (ENETUNREACH)"],
      ["198.51.100.1:9", "there is no way to 198.51.100.1:9 (EHOSTUNREACH)"],
      ["203.0.113.1:9", "there is no way to 203.0.113.1:9 (EACCES)"],
      ["127.0.0.1:9", "nothing listens at 127.0.0.1:9: the connection was refused"],
    ])("is said to be that: %s", async (address, message) => {
      const token = join(temporaryDirectory(), "token");
      writeFileSync(token, "A".repeat(43), { mode: 0o600 });
      const routes =
        "ip link set lo up; ip route add unreachable 198.51.100.0/24; ip route add prohibit 203.0.113.0/24";
      const { status, stderr } = await runProgram("unshare", [
        "-rn",
        "sh",
        "-ec",
        `${routes}; exec "$0" "$@"`,
        launchers.pmc,
        "ping",
        "--server",
        address,
        "--token-file",
        token,
      ]);
      expect(stderr.split("\n")[0]).toBe(`pmc: ${message}`);
      expect(status).toBe(69);
    });
  },
);
