import { type LogDirectory, type LogOwner, openOutput, type OutputDescriptors } from "@dpm/launch";
import type { Launchable, Output } from "@dpm/process-core";
import type { LogCapture } from "./capture/log-capture.ts";

/** Opens what a program writes to: the capture's, or its own file. */
export interface ServiceOutput {
  open(id: string, output: Output, owner: LogOwner): OutputDescriptors | Promise<OutputDescriptors>;
  restore(processes: readonly Launchable[]): Promise<void>;
  /** `pid`: of the process that writes; null when it has ended. */
  resume(id: string, output: Output | null, pid: number | null): Promise<void>;
  change(id: string, output: Output): void;
  forget(id: string): void;
}

/** Decides by the kind of output. */
export function createServiceOutput(
  capture: LogCapture,
  logDirectory: LogDirectory | null,
): ServiceOutput {
  return {
    open: (id, output, owner) => {
      // What was captured before stays as it is until the process is forgotten: something may still write to it.
      if (output.capture !== "pipe") return openOutput(output, owner, logDirectory);
      return capture.open(id, output, owner);
    },
    restore: async (processes) => {
      const outputs = processes.map(({ id, program }) => [id, program.output] as const);
      // What can't be gone on with now is tried again when it is next needed, and by whoever is adopted.
      await capture.restore(new Map(outputs)).catch(() => {});
    },
    resume: async (id, output, pid) => {
      if (output !== null && output.capture !== "pipe") return;
      await capture.resume(id, output, pid);
    },
    change: (id, output) => capture.setOutput(id, output),
    forget: (id) => capture.release(id),
  };
}
