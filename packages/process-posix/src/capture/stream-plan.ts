import type { Output } from "@dpm/process-core";
import type { FifoStream } from "./fifo.ts";

/** The log that each output of a program goes to by way of a FIFO; null: it has none. */
export interface StreamPlan {
  readonly out: string | null;
  /** Null as well when standard error goes where standard output goes. */
  readonly err: string | null;
}

/** The two outputs. */
export const fifoStreams: readonly FifoStream[] = ["out", "err"];

/** The log of what nobody wants. */
export const nowhere = "/dev/null";

/** Which FIFOs a launch with this output needs. */
export function planStreams({ capture, stdoutFile, stderrFile }: Output): StreamPlan {
  if (capture !== "pipe") return { out: null, err: null };
  return { out: stdoutFile, err: stderrFile === stdoutFile ? null : stderrFile };
}

/**
 * Where a FIFO that a running process writes to goes on by what is configured now; null: nothing is said of it, since the next
 * launch gets none, and what still writes to this one was launched when its log was another.
 */
export function planResumed(output: Output | null, stream: FifoStream): string | null {
  if (output === null || output.capture !== "pipe") return null;
  return (stream === "out" ? output.stdoutFile : output.stderrFile) ?? nowhere;
}
