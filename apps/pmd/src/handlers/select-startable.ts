import type { Selector } from "@dpm/pdu";
import type { Supervisor } from "@dpm/process-core";
import { toSelection } from "./to-selection.ts";

/** Ids to start: a disabled process is left out, unless it was named itself and its row has to say why it does not start. */
export function selectStartable(supervisor: Supervisor, selector: Selector | null): string[] {
  const named = new Set(selector?.ids ?? []);
  return supervisor
    .status(supervisor.select(toSelection(selector)))
    .filter(({ id, baseId, enabled }) => enabled || named.has(id) || named.has(baseId))
    .map(({ id }) => id);
}
