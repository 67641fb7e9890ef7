import { type LogOwner, openOutput, type OutputDescriptors } from "@dpm/launch";
import type { Output } from "@dpm/process-core";
import type { LogCapture } from "./capture/log-capture.ts";

/** Opens what a program writes to: the capture's, or its own file. */
export interface ServiceOutput {
  open(id: string, output: Output, owner: LogOwner): OutputDescriptors | Promise<OutputDescriptors>;
  resume(id: string, output: Output | null): Promise<void>;
  change(id: string, output: Output): void;
  forget(id: string): void;
}

/** Decides by the kind of output. */
export function createServiceOutput(capture: LogCapture): ServiceOutput {
  const captured = new Set<string>();
  return {
    open: (id, output, owner) => {
      // What was captured before stays as it is until the process is forgotten: something may still write to it.
      if (output.capture !== "pipe") return openOutput(output, owner);
      captured.add(id);
      return capture.open(id, output, owner);
    },
    resume: async (id, output) => {
      if (output !== null && output.capture !== "pipe") return;
      captured.add(id);
      await capture.resume(id, output);
    },
    change: (id, output) => {
      if (captured.has(id)) capture.setOutput(id, output);
    },
    forget: (id) => {
      if (captured.delete(id)) capture.release(id);
    },
  };
}
