import type { ExitReport, Instance } from "../model/instance.ts";
import type { Engine, InstanceListener } from "../ports/engine.ts";
import type { Kernel } from "./kernel.ts";
import type { ProcessEntry } from "./process-entry.ts";

/** Turns what an engine tells about one instance into events of one launch. */
export interface InstanceWatch {
  readonly listener: InstanceListener;
  /** The start was reported; an end that was told before is passed on now. */
  begin(instance: Instance): void;
}

/** Makes the watch of one launch. An engine may report the end in the same breath as the start, before we have heard of the start. */
export function watchInstance(
  { kernel, engine }: { readonly kernel: Kernel; readonly engine: Engine },
  entry: ProcessEntry,
  launch: number,
): InstanceWatch {
  let instance: Instance | null = null;
  let early: ExitReport | null = null;
  const passOn = (known: Instance, report: ExitReport): void => {
    kernel.dispatch(entry, {
      kind: "exited",
      launch,
      report,
      treeAlive: engine.isTreeAlive(known),
    });
  };
  return {
    listener: {
      exited: (report) => {
        if (instance === null) early = report;
        else passOn(instance, report);
      },
    },
    begin: (known) => {
      instance = known;
      if (early !== null) passOn(known, early);
    },
  };
}
