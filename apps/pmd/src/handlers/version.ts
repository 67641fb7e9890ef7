import type { VersionRequest } from "@dpm/pdu";
import type { Handler } from "./handler.ts";
import { toServerReport } from "./to-wire/to-server-report.ts";

/** Who the daemon is and how it fares. */
export const version: Handler<VersionRequest> = async function* (services) {
  yield { server: toServerReport(services) };
};
