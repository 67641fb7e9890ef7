import type { UpgradeRequest } from "@dpm/pdu";
import type { Handler } from "./handler.ts";

/** Checks the program that shall take over, and says what it is; then the daemon lets go of its clients and gives way. */
export const upgrade: Handler<UpgradeRequest> = async function* (
  { upgrades, server },
  { program, readyWithinMs },
  { actor },
) {
  const accepted = await upgrades.request({
    path: program === "" ? null : program,
    readyWithinMs: readyWithinMs === 0 ? null : readyWithinMs,
    actor,
  });
  yield {
    upgrade: {
      from: server.name,
      to: accepted.to,
      pid: server.pid,
      readyWithinMs: accepted.readyWithinMs,
    },
  };
};
