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

const nowhere = "/dev/null";

/** Which FIFOs a launch with this output needs. */
export function planStreams({ capture, stdoutFile, stderrFile }: Output): StreamPlan {
  if (capture !== "pipe") return { out: null, err: null };
  return { out: stdoutFile, err: stderrFile === stdoutFile ? null : stderrFile };
}

/**
 * Where to go on with FIFOs that a running process writes to, whatever is configured by now: each of them is read, since
 * one that nobody reads holds the process up.
 */
export function planResumed(output: Output | null): { readonly out: string; readonly err: string } {
  const isCaptured = output !== null && output.capture === "pipe";
  return {
    out: (isCaptured ? output.stdoutFile : null) ?? nowhere,
    err: (isCaptured ? output.stderrFile : null) ?? nowhere,
  };
}
