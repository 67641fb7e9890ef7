import { keepsServices, type Row } from "../row.ts";
import { livingServices } from "../stage/manager-processes.ts";
import { seconds, whole } from "../table/number.ts";

/** From the exec of the command that stops all until the last was told and ends; the limit is told by a signal. */
export const stop: Row = {
  id: "stop",
  lines: ({ services }) => [
    {
      title: `stop ${whole(services)}: last one gone`,
      cell: ({ ms }) => seconds(ms),
      aim: "≤ 0.2 s",
    },
  ],
  setup: ({ services }) => ({ kind: "sleepers", count: services }),
  needs: "running",
  fits: keepsServices,
  async measure(stage) {
    const ms = await stage.stopAll();
    // The times are what the services said last; here is whether they were as good as their word.
    const gone = (): boolean => livingServices(stage.place.programs) === 0;
    await stage.stamps.until("the last service to be gone", gone, 2_000);
    return { ms };
  },
};
