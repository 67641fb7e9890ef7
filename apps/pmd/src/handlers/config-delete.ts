import type { ConfigDeleteRequest } from "@dpm/pdu";
import { assertId } from "./assert-request.ts";
import type { Handler } from "./handler.ts";
import { streamEdit } from "./stream-edit.ts";

/** Stops a process and takes its definition out of its file. */
export const configDelete: Handler<ConfigDeleteRequest> = (services, { id }, call) => {
  assertId(id);
  return streamEdit(services, (operation) => services.edits.remove(id, operation), { id, call });
};
