import { keepsServices, type Row } from "../row.ts";
import { seconds } from "../table/number.ts";

/** From the exec of the command that stops all until the last was told and ends; the limit is told by a signal. */
export const stop: Row = {
  id: "stop",
  lines: ({ services }) => [
    {
      title: `stop ${services}: last one gone`,
      cell: ({ ms }) => seconds(ms),
      aim: "≤ 0.2 s",
    },
  ],
  setup: ({ services }) => ({ kind: "sleepers", count: services }),
  needs: "running",
  fits: keepsServices,
  measure: async (stage) => ({ ms: await stage.stopAll() }),
};
