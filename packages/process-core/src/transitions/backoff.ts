import { impossible, type Facts, type Moved, type Row } from "./cell.ts";
import { stopAtRest } from "./halt.ts";
import { approachLaunch, startFromRest } from "./launch.ts";

/** It failed; the next attempt has a time. */
export const backoffRow: Row<"backoff"> = {
  "start-requested": startFromRest,
  "restart-requested": startFromRest,
  "stop-planned": stopAtRest,
  "stop-requested": stopAtRest,
  "backoff-elapsed": tryAgain,
  redefined: "ignored",
  "dependency-changed": "ignored",
  adopted: impossible,
  "found-gone": impossible,
  spawned: impossible,
  "spawn-failed": impossible,
  "spawn-cancelled": "ignored",
  exited: "ignored",
  "tree-killed": "ignored",
  "tree-checked": "ignored",
  "became-ready": "ignored",
  "ready-timed-out": "ignored",
  "stop-timed-out": "ignored",
  "exit-overdue": "ignored",
  "kill-due": "ignored",
  "health-passed": "ignored",
  "hang-detected": "ignored",
};

function tryAgain({ situation, context }: Facts<"backoff", "backoff-elapsed">): Moved {
  const cause = `restarted by policy: ${situation.reason}`;
  const next = approachLaunch({ ...situation, restarts: situation.restarts + 1 }, context);
  return {
    kind: "moved",
    situation: next.situation,
    effects: [...next.effects, { kind: "run-hook", event: "on_restart", pid: null, exit: null }],
    cause,
    actor: null,
  };
}
