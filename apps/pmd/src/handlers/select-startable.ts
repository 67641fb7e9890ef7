import type { Selector } from "@dpm/pdu";
import type { Supervisor } from "@dpm/process-core";
import { toSelection } from "./to-selection.ts";

/**
 * Ids to start: a disabled process is left out, unless it was named itself, or nothing else was meant by a glob or a group,
 * and its row has to say why it does not start.
 */
export function selectStartable(supervisor: Supervisor, selector: Selector | null): string[] {
  const named = new Set(selector?.ids ?? []);
  const selection = toSelection(selector);
  const selected = supervisor.status(supervisor.select(selection));
  const startable = selected.filter(
    ({ id, baseId, enabled }) => enabled || named.has(id) || named.has(baseId),
  );
  const isEverything = Object.values(selection).every((part) => part.length === 0);
  const rows = startable.length === 0 && !isEverything ? selected : startable;
  return rows.map(({ id }) => id);
}
