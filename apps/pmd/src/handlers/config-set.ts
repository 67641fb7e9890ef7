import type { ConfigSetRequest } from "@dpm/pdu";
import { assertAssignments, assertId } from "./assert-request.ts";
import type { Handler } from "./handler.ts";
import { streamEdit } from "./stream-edit.ts";

/** Changes keys of a process, in force and in the file that it came from. */
export const configSet: Handler<ConfigSetRequest> = (services, { id, assignments }, call) => {
  assertId(id);
  assertAssignments(assignments);
  return streamEdit(services, (operation) => services.edits.set(id, assignments, operation), {
    id,
    call,
  });
};
