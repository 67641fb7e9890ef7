import { displayValues } from "@dpm/config";
import type { ConfigDisplayRequest, ProcessConfigInit } from "@dpm/pdu";
import type { Handler } from "./handler.ts";
import { toSelection } from "./to-selection.ts";
import { toValue } from "./to-wire/to-value.ts";

/** Bounds a frame: a process has about 40 values. */
const processesPerFrame = 32;

/** The effective values of processes, each with where it is from and what it hides. */
export const configDisplay: Handler<ConfigDisplayRequest> = async function* (
  { supervisor, configuration },
  { selector, overrides },
) {
  const ids = new Set(supervisor.select(toSelection(selector)));
  let frame: ProcessConfigInit[] = [];
  const { processes } = await configuration.current.whole();
  for (const configured of processes) {
    if (!ids.has(configured.id)) continue;
    const values = displayValues(configured, { overrides }).map(toValue);
    frame.push({ id: configured.id, group: configured.group, values });
    if (frame.length === processesPerFrame) {
      yield { config: { processes: frame } };
      frame = [];
    }
  }
  if (frame.length > 0) yield { config: { processes: frame } };
};
