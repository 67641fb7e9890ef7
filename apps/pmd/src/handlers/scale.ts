import type { ScaleRequest } from "@dpm/pdu";
import { dpmError } from "@dpm/errors";
import { assertId } from "./assert-request.ts";
import type { Handler } from "./handler.ts";
import { streamEdit } from "./stream-edit.ts";

/** Sets how many instances of a process there are: the key `numProcs`, in force and in its file. */
export const scale: Handler<ScaleRequest> = (services, { id, count }, call) => {
  assertId(id);
  if (count < 1)
    throw dpmError("ERR_DPM_DAEMON_ARGUMENT", { name: "count", reason: "expected at least 1" });
  const assignments = [{ key: "numProcs", value: String(count) }];
  return streamEdit(services, (operation) => services.edits.set(id, assignments, operation), {
    id,
    call,
  });
};
