import { setTimeout as sleep } from "node:timers/promises";
import { hasCommands, type Row } from "../row.ts";
import { seconds, whole } from "../table/number.ts";

/** From the exec of the command that starts all until the last runs. */
export const start: Row = {
  id: "start",
  lines: ({ services }) => [
    {
      title: `\`start\` of ${whole(services)} stopped: last one running`,
      cell: ({ ms }) => seconds(ms),
      aim: "≤ 0.85 s",
    },
  ],
  setup: ({ services }) => ({ kind: "sleepers", count: services }),
  needs: "stopped",
  fits: hasCommands,
  async measure(stage) {
    // Some hold back for a second what has just ended.
    await sleep(1_500);
    return { ms: await stage.startAll() };
  },
};
