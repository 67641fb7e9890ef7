import { requestRestarts } from "../operations/restart-operation.ts";
import { requestStarts, entriesOf } from "../operations/start-operation.ts";
import { requestStops } from "../operations/stop-operation.ts";
import { withParts } from "../operations/stop-run.ts";
import type { InnerAction } from "./hook-dispatcher.ts";
import type { Kernel } from "./kernel.ts";
import type { ProcessEntry } from "./process-entry.ts";

/** Carries out what a hook asks of the supervisor itself. What a person stopped is not restarted by its own hook. */
export function actForHook(
  kernel: Kernel,
  entry: ProcessEntry,
  { action, event }: { readonly action: InnerAction; readonly event: string },
): void {
  if (kernel.closing || kernel.detached || entry.gone) return;
  const actor = `hook ${event} of ${entry.id}`;
  switch (action.kind) {
    case "restart":
      if (entry.situation.stoppedByRequest || entry.leaving) return;
      requestRestarts(kernel, [entry], { actor, reason: "restart-requested" });
      return;
    case "stop-group": {
      const members = entriesOf(kernel, kernel.graph.idsOf(action.group));
      return requestStops(kernel, withParts(kernel, members), { actor, reason: "requested" });
    }
    case "start": {
      const others = entriesOf(kernel, [action.id]).filter((other) => other !== entry);
      return requestStarts(kernel, others, { actor, cause: "start requested by a hook" });
    }
  }
}
