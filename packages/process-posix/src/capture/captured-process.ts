import { isDeepStrictEqual } from "node:util";
import type { LogOwner } from "@dpm/launch";
import type { Output } from "@dpm/process-core";
import type { Channels } from "./channels.ts";
import { fifoStreams, planStreams } from "./stream-plan.ts";
import { limitsOf } from "./want-channels.ts";

/** A process whose output is captured. */
export interface CapturedProcess {
  readonly id: string;
  readonly output: Output;
  /** The user that it runs as; null: the daemon's own. */
  readonly owner: LogOwner;
}

/** Whether all of it is captured already, just as it is wanted. */
export function isCaptured(channels: Channels, { id, output, owner }: CapturedProcess): boolean {
  return fifoStreams.every((stream) => {
    const channel = channels.get(id, stream);
    const path = planStreams(output)[stream];
    if (channel === undefined || path === null) return channel === undefined && path === null;
    return (
      channel.path === path &&
      isDeepStrictEqual(channel.limits, limitsOf(output)) &&
      isDeepStrictEqual(channel.owner, owner)
    );
  });
}
