import { dpmError, type DpmError } from "@dpm/errors";
import type { Launchable } from "@dpm/process-core";
import { descriptorNeed } from "./capture/descriptor-need.ts";
import { fifoStreams, planStreams } from "./capture/stream-plan.ts";

// What the daemon itself has open, with some clients and starts at a time.
const ownNeed = 96;
// One that is taken over from an earlier daemon is watched by a descriptor, since it is nobody's child.
const ofEachService = 1;

/**
 * Whether these can all run, be captured and be taken over with this limit of open files; if not, ERR_DPM_PROCESS_DESCRIPTORS says what it
 * takes. The daemon and its capture have a table of descriptors each, so the larger need counts.
 */
export function descriptorTrouble(defined: readonly Launchable[], limit: number): DpmError | null {
  let fifos = 0;
  for (const { program } of defined) {
    const plan = planStreams(program.output);
    fifos += fifoStreams.filter((stream) => plan[stream] !== null).length;
  }
  const needed = Math.max(ownNeed + ofEachService * defined.length, descriptorNeed(fifos));
  if (needed <= limit) return null;
  return dpmError("ERR_DPM_PROCESS_DESCRIPTORS", { needed, services: defined.length, limit });
}
