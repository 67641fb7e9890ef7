import { dpmError, type DpmError } from "@dpm/errors";
import type { Launchable } from "@dpm/process-core";
import { descriptorNeed } from "./capture/descriptor-need.ts";
import { fifoStreams, planStreams } from "./capture/stream-plan.ts";

// What the daemon itself has open, with some clients and starts at a time; the FIFOs are in another table.
const ownNeed = 96;

/** Whether these can all be captured at a time with this limit of open files; if not, ERR_DPM_PROCESS_DESCRIPTORS says what it takes. */
export function descriptorTrouble(defined: readonly Launchable[], limit: number): DpmError | null {
  let fifos = 0;
  for (const { program } of defined) {
    const plan = planStreams(program.output);
    fifos += fifoStreams.filter((stream) => plan[stream] !== null).length;
  }
  const needed = Math.max(ownNeed, descriptorNeed(fifos));
  if (needed <= limit) return null;
  return dpmError("ERR_DPM_PROCESS_DESCRIPTORS", { needed, services: defined.length, limit });
}
