import type { PingRequest } from "@dpm/pdu";
import type { Handler } from "./handler.ts";
import { toSelection } from "./to-selection.ts";
import { toStatusResults } from "./to-wire/to-process-results.ts";
import { toServerReport } from "./to-wire/to-server-report.ts";

/** The status of processes as it is now, many to a frame, and how the daemon itself fares. */
export const ping: Handler<PingRequest> = async function* (services, { selector }) {
  const ids = services.supervisor.select(toSelection(selector));
  yield* toStatusResults(services.supervisor.status(ids));
  yield { server: toServerReport(services) };
};
