import type { ConfigAddRequest } from "@dpm/pdu";
import { assertId } from "./assert-request.ts";
import type { Handler } from "./handler.ts";
import { streamEdit } from "./stream-edit.ts";

/** Defines a process, in force and in the main file. */
export const configAdd: Handler<ConfigAddRequest> = (services, { id, assignments }, call) => {
  assertId(id);
  return streamEdit(services, (operation) => services.edits.add(id, assignments, operation), {
    id,
    call,
  });
};
