import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { breathMs, type Figures, type Row } from "../row.ts";
import { descriptorCount, managerProcesses, proportionalMb } from "../stage/manager-processes.ts";
import { memoryWithFew, saysTooLowLimit } from "../stage/baseline.ts";
import { runCommand, timeCommand } from "../stage/run-command.ts";
import type { Stage } from "../stage/stage.ts";
import { kibibytes, megabytes, milliseconds, seconds, whole } from "../table/number.ts";

const few = 10;
const low = 64;

/** Each command once, with what it should do looked for at the services. */
async function everyCommand(stage: Stage): Promise<Figures> {
  const { manager, place, services, stamps } = stage;
  const { restart, status } = manager;
  const index = Math.floor(services.length / 2);
  const one = services[index];
  if (restart === undefined || status === undefined || one === undefined)
    throw new Error("it lacks a command");
  const printed = await runCommand(place, status(null));
  const missing = services.find(({ id }) => !printed.includes(id));
  if (missing !== undefined) throw new Error(`the status does not show ${missing.id}`);
  const before = stamps.newest("up", index)?.ns ?? 0;
  const [restartMs = NaN] = await timeCommand(place, restart(one.id), 1);
  const isNew = (): boolean => (stamps.newest("up", index)?.ns ?? 0) > before;
  await stamps.until(`a new instance of ${one.id}`, isNew, 20_000);
  const [oneMs = NaN] = await timeCommand(place, status(one.id), 1);
  const [allMs = NaN] = await timeCommand(place, status(null), 1);
  const stopMs = await stage.stopAll();
  const startMs = await stage.startAll();
  return { restartMs, oneMs, allMs, stopMs, startMs };
}

// Of each table of descriptors: docs/decisions/0092.
const spare = 560;

/** How the output of so many fits into the files that a process may open here: two pipes each, or one, or none. */
function logOf(count: number): "default" | "merged" | "file" {
  const limits = readFileSync("/proc/self/limits", "utf8");
  const hard = Number(/^Max open files\s+\S+\s+(\d+)/m.exec(limits)?.[1] ?? Infinity);
  if (2 * count + spare <= hard) return "default";
  return count + spare <= hard ? "merged" : "file";
}

const howCaptured = {
  default: "",
  merged: ' with `redirectStderr="true"`',
  file: ' with `capture="file"`',
} as const;
const captureOf = (count: number): string => howCaptured[logOf(count)];

/** All commands with ten thousand services, and what one more of them costs. */
export const many: Row = {
  id: "many",
  lines: ({ many }) => [
    {
      title: `${whole(many)} services${captureOf(many)}: exec to the last / stop / start`,
      cell: ({ execMs, stopMs, startMs }) =>
        [execMs, stopMs, startMs].map((ms) => seconds(ms)).join(" / "),
      aim: "all commands work",
    },
    {
      title: "the same: status of one / of all / restart one",
      cell: ({ oneMs, allMs, restartMs }) =>
        [oneMs, allMs, restartMs].map((ms) => milliseconds(ms)).join(" / "),
      aim: "all commands work",
    },
    {
      title: "the same: PSS of all manager processes / of it for each service",
      cell: ({ pssMb, kibEach }) => `${megabytes(pssMb)} / ${kibibytes(kibEach)}`,
      aim: "≤ 4 KiB each",
    },
    {
      title: "the same: descriptors held / a too low limit is said at start",
      cell: ({ descriptors, lowSaid }) => `${whole(descriptors)} / ${lowSaid === 1 ? "yes" : "no"}`,
      aim: "known / yes",
    },
  ],
  setup: ({ many }) => ({ kind: "sleepers", count: many, log: logOf(many) }),
  needs: "fresh",
  fits: ({ name }) => name === "ours",
  async measure(stage, scale) {
    const fewMb = await memoryWithFew(stage, few, breathMs(scale));
    const lowSaid = (await saysTooLowLimit(stage, low)) ? 1 : 0;
    const execMs = await stage.launch();
    await sleep(breathMs(scale));
    const managers = managerProcesses(stage.place.programs);
    const pssMb = proportionalMb(managers);
    const descriptors = descriptorCount(managers);
    const kibEach = ((pssMb - fewMb) * 1_024) / (stage.services.length - few);
    return { execMs, pssMb, kibEach, descriptors, lowSaid, ...(await everyCommand(stage)) };
  },
};
