import type { Gate } from "./cell.ts";
import { ignored, impossible, type Facts, type Row, type Step } from "./cell.ts";
import { stopAtRest } from "./halt.ts";
import { approachLaunch, startFromRest } from "./launch.ts";

/** Starts when what it depends on is ready. */
export const waitingRow: Row<"waiting"> = {
  "start-requested": startFromRest,
  "restart-requested": startFromRest,
  "stop-planned": stopAtRest,
  "stop-requested": stopAtRest,
  redefined: "ignored",
  "dependency-changed": lookAgain,
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

function lookAgain({ situation, state, context }: Facts<"waiting", "dependency-changed">): Step {
  const { gate } = context;
  if (gate.kind !== "open" && isSameGate(gate, state)) return ignored;
  const next = approachLaunch({ ...situation, reason: "all that it depends on is ready" }, context);
  return { kind: "moved", ...next, cause: next.situation.reason, actor: null };
}

function isSameGate(
  gate: Exclude<Gate, { readonly kind: "open" }>,
  state: Facts<"waiting">["state"],
): boolean {
  const failure = gate.kind === "failed" ? gate.cause : null;
  return failure === state.failure && gate.by.join(" ") === state.by.join(" ");
}
