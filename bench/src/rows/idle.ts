import { setTimeout as sleep } from "node:timers/promises";
import { breathMs, keepsServices, type Row } from "../row.ts";
import { managerProcesses, processorMs, proportionalMb } from "../stage/manager-processes.ts";
import { megabytes, milliseconds, whole } from "../table/number.ts";

/** Processor time and memory of all manager processes while nothing happens. */
export const idle: Row = {
  id: "idle",
  lines: ({ services, idleSeconds }) => [
    {
      title: `idle with ${whole(services)}: CPU in ${idleSeconds} s / PSS of all manager processes`,
      cell: ({ cpuMs, pssMb }) => `${milliseconds(cpuMs)} / ${megabytes(pssMb)}`,
      aim: "≤ 10 ms / ≤ 65 MB",
    },
  ],
  setup: ({ services }) => ({ kind: "sleepers", count: services }),
  needs: "running",
  fits: keepsServices,
  async measure({ place }, scale) {
    await sleep(breathMs(scale));
    const managers = managerProcesses(place.programs);
    const before = processorMs(managers);
    await sleep(scale.idleSeconds * 1_000);
    const cpuMs = processorMs(managers) - before;
    return { cpuMs, pssMb: proportionalMb(managers), processes: managers.length };
  },
};
