import { impossible, type Row } from "./cell.ts";
import { stopAtRest } from "./halt.ts";
import { startFromRest } from "./launch.ts";

/** Given up; only somebody asking changes that. */
export const fatalRow: Row<"fatal"> = {
  "start-requested": startFromRest,
  "restart-requested": startFromRest,
  "stop-planned": stopAtRest,
  "stop-requested": stopAtRest,
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
  "backoff-elapsed": "ignored",
  "health-passed": "ignored",
  "hang-detected": "ignored",
};
