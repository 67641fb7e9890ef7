import type { SettingSetRequest } from "@dpm/pdu";
import { assertAssignments } from "./assert-request.ts";
import type { Handler } from "./handler.ts";
import { streamEdit } from "./stream-edit.ts";

/** Changes settings of the daemon, in force where that is possible, and in their file. */
export const settingSet: Handler<SettingSetRequest> = (services, { assignments }, call) => {
  assertAssignments(assignments);
  return streamEdit(services, (operation) => services.edits.set(null, assignments, operation), {
    id: null,
    call,
  });
};
