import type { StartRequest } from "@dpm/pdu";
import type { Handler } from "./handler.ts";
import { selectStartable } from "./select-startable.ts";
import { streamRows } from "./stream-rows.ts";

/** Starts what does not run, a row per process as it becomes ready or fails. */
export const start: Handler<StartRequest> = ({ supervisor }, { selector }, { actor, signal }) => {
  const ids = selectStartable(supervisor, selector);
  return streamRows((onResult) => supervisor.startProcesses(ids, { actor, signal, onResult }));
};
