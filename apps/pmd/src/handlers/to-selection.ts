import type { Selector } from "@dpm/pdu";
import type { Selection } from "@dpm/process-core";

/** Which processes a request means. */
export function toSelection(selector: Selector | null): Selection {
  return { ids: selector?.ids ?? [], groups: selector?.groups ?? [], pids: selector?.pids ?? [] };
}
