import type { RestartRequest } from "@dpm/pdu";
import type { Handler } from "./handler.ts";
import { selectStartable } from "./select-startable.ts";
import { streamRows } from "./stream-rows.ts";

/** Gives processes a new instance, also those that do not run. */
export const restart: Handler<RestartRequest> = (
  { supervisor },
  { selector },
  { actor, signal },
) => {
  const ids = selectStartable(supervisor, selector);
  return streamRows((onResult) => supervisor.restartProcesses(ids, { actor, signal, onResult }));
};
