import type { ShutdownRequest } from "@dpm/pdu";
import { dpmError, toReport } from "@dpm/errors";
import type { Handler } from "./handler.ts";
import { inFrames } from "./to-wire/to-process-results.ts";
import { toServerReport } from "./to-wire/to-server-report.ts";

/** Ends the daemon: answers when the processes have stopped, or with `leave` at once, and then closes the connection. */
export const shutdown: Handler<ShutdownRequest> = async function* (services, { leave }, { actor }) {
  const { survivors } = await services.shutdown({ leave, cause: `shutdown requested by ${actor}` });
  const left = new Map(survivors.map(({ id, pids }) => [id, pids]));
  const rows = services.supervisor.status().map((status) => {
    const pids = left.get(status.id);
    if (pids === undefined) return { status, done: true, ok: true };
    const error = toReport(dpmError("ERR_DPM_PROCESS_UNKILLABLE", { id: status.id, pids }));
    return { status, done: true, ok: false, error };
  });
  yield* inFrames(rows);
  yield { server: toServerReport(services) };
};
