import { closeSync, openSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Row, Figures, Scale } from "../row.ts";
import { managerProcesses, processorMs } from "../stage/manager-processes.ts";
import type { Stage } from "../stage/stage.ts";
import { nowNs } from "../stage/stamps.ts";
import { seconds } from "../table/number.ts";

/** Bytes of log files; not of indexes, locks and notes beside them. */
function storedBytes(directory: string): number {
  let bytes = 0;
  for (const name of readdirSync(directory)) {
    if (/\.idx$|^(config|lock|state)$/.test(name)) continue;
    bytes += statSync(join(directory, name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}

/** Lets the service write, until the last byte is in a file. */
async function measure(stage: Stage, { bytes }: Scale): Promise<Figures> {
  const { place, services, stamps } = stage;
  const log = services[0]?.log;
  if (log === undefined || log.kind === "default" || log.kind === "merged")
    throw new Error("nothing is stored");
  const directory = log.kind === "file" ? dirname(log.path) : log.directory;
  // What a log says about itself, such as a first line, is not of the service.
  const already = storedBytes(directory);
  const managers = managerProcesses(place.programs);
  const before = processorMs(managers);
  closeSync(openSync(join(place.directory, "go"), "w"));
  await stamps.until("the end of the output", () => stamps.newest("end", 0) !== undefined, 120_000);
  const endMs = performance.now() + 30_000;
  while (storedBytes(directory) - already < bytes) {
    if (performance.now() > endMs)
      throw new Error(`only ${storedBytes(directory) - already} of ${bytes} bytes were stored`);
    await sleep(1);
  }
  const storedNs = nowNs();
  const beganNs = stamps.newest("begin", 0)?.ns ?? 0;
  const wroteNs = stamps.newest("end", 0)?.ns ?? 0;
  const cpuMs = processorMs(managers) - before;
  const stored = storedBytes(directory) - already;
  if (stored !== bytes) throw new Error(`${stored} bytes were stored, not ${bytes}`);
  // Where the service holds the file itself, what it has written is stored.
  return { ms: ((log.kind === "file" ? wroteNs : storedNs) - beganNs) / 1e6, cpuMs };
}

const cell = ({ ms, cpuMs }: Figures): string => `${seconds(ms)}, CPU ${seconds(cpuMs)}`;
const inMb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** From the first write of a service until all of its lines are in its rotated log. */
export const rotated: Row = {
  id: "rotated",
  lines: ({ bytes }) => [
    {
      title: `${inMb(bytes)} of lines from one service into its rotated log`,
      cell,
      aim: "≤ 1.2 × limit, time and CPU",
    },
  ],
  setup: ({ bytes }) => ({ kind: "lines", bytes, log: "rotated" }),
  needs: "running",
  fits: (system) => system.logs.includes("rotated"),
  measure,
};

/** The same with the service holding the file itself. */
export const file: Row = {
  id: "file",
  lines: () => [{ title: 'the same with `capture="file"`', cell, aim: "≤ 0.28 s, CPU 0" }],
  setup: ({ bytes }) => ({ kind: "lines", bytes, log: "file" }),
  needs: "running",
  fits: (system) => system.logs.includes("file"),
  measure,
};
