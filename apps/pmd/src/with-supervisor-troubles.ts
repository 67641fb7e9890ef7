import { dpmError, toReport } from "@dpm/errors";
import type { Supervisor } from "@dpm/process-core";
import type { Troubles } from "./troubles.ts";

/** The daemon's troubles and those of supervision in one list. That state can't be saved is noted by the store itself, in its own words. */
export function withSupervisorTroubles(
  troubles: Pick<Troubles, "list">,
  supervisor: Pick<Supervisor, "troubles">,
): Pick<Troubles, "list"> {
  return {
    list: () => [
      ...troubles.list(),
      ...supervisor
        .troubles()
        .filter(({ kind }) => kind !== "store")
        .map(({ kind, message }) =>
          toReport(
            kind === "outdated"
              ? dpmError("ERR_DPM_DAEMON_OUTDATED", { ids: message })
              : dpmError("ERR_DPM_DAEMON_SUPERVISION", { what: message }),
          ),
        ),
    ],
  };
}
