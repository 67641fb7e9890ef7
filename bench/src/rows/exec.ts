import { keepsServices, type Row } from "../row.ts";
import { seconds, whole } from "../table/number.ts";

/** From the exec of the daemon until the last service runs. */
export const exec: Row = {
  id: "exec",
  lines: ({ services }) => [
    {
      title: `exec of the daemon to the last of ${whole(services)} services running`,
      cell: ({ ms }) => seconds(ms),
      aim: "≤ 1.0 s",
    },
  ],
  setup: ({ services }) => ({ kind: "sleepers", count: services }),
  needs: "fresh",
  fits: keepsServices,
  measure: async (stage) => ({ ms: await stage.launch() }),
};
