import type { StopRequest } from "@dpm/pdu";
import type { Handler } from "./handler.ts";
import { streamRows } from "./stream-rows.ts";
import { toSelection } from "./to-selection.ts";

/** Stops processes with all that belongs to them, a row per process when nothing of it is left. */
export const stop: Handler<StopRequest> = ({ supervisor }, { selector }, { actor, signal }) => {
  const ids = supervisor.select(toSelection(selector));
  return streamRows((onResult) => supervisor.stopProcesses(ids, { actor, signal, onResult }));
};
