import { existsSync } from "node:fs";
import { setTimeout as pass } from "node:timers/promises";
import { argumentsOf, openFilesOf, waitUntil } from "@dpm/test-kit";
import { processesAt } from "../checks/check-left-behind.ts";
import type { Dice } from "../dice.ts";
import { readBirths, uptime } from "../world/births.ts";
import { findInstances } from "../world/find-instances.ts";
import type { World } from "../world/world.ts";
import type { Fault } from "./fault.ts";

/** From the first request to its last effect takes about this long; what comes later is a death in peace. */
const mostMs = 250;

/** SIGKILL to pmd alone, at any moment. */
export const killDaemon: Fault = {
  name: "kill pmd",
  async strike(world, dice) {
    await pass(dice.between(0, mostMs));
    await killLife(world);
    return "killed";
  },
};

/** SIGKILL to pmd and to every process that it keeps for itself, at once. */
export const killWithHelpers: Fault = {
  name: "kill pmd and its helpers",
  async strike(world, dice) {
    await pass(dice.between(0, mostMs));
    const helpers = helpersOf(world);
    for (const pid of helpers) killQuietly(pid);
    await killLife(world);
    for (const pid of helpers) killQuietly(pid);
    spareRunning(world);
    return `killed, and ${helpers.length} helpers`;
  },
};

/** SIGKILL to the helpers alone, and to pmd once it has made them again: sooner, what is in a pipe has nobody left who keeps it. */
export const killHelpersFirst: Fault = {
  name: "kill the helpers, then pmd",
  async strike(world, dice) {
    await pass(dice.between(0, mostMs));
    const helpers = helpersOf(world);
    const held = fifosOf(helpers);
    for (const pid of helpers) killQuietly(pid);
    await waitUntil(
      () => {
        const again = new Set(fifosOf(helpersOf(world)));
        return held.every((fifo) => again.has(fifo) || !existsSync(fifo));
      },
      { what: "all FIFOs to be held again", deadlineMs: 10_000 },
    );
    await pass(dice.between(0, mostMs));
    await killLife(world);
    return `killed, ${helpers.length} helpers before`;
  },
};

/** SIGKILL to pmd, its helpers and every service at once: what a power cut does, but for the disk. */
export const killEverything: Fault = {
  name: "kill everything",
  async strike(world, dice) {
    await pass(dice.between(0, mostMs));
    const others = processesAt(world.folder).filter((pid) => pid !== world.pid);
    process.kill(world.pid, "SIGSTOP");
    for (const pid of others) killQuietly(pid);
    await killLife(world);
    spareRunning(world);
    return `killed, and ${others.length} others`;
  },
};

/** SIGKILL to some services and pmd, so that nobody sees how they ended. */
export const killWithServices: Fault = {
  name: "kill pmd and services",
  async strike(world, dice) {
    await pass(dice.between(0, mostMs));
    const victims = someServices(world, dice);
    for (const pid of victims) killQuietly(pid);
    await killLife(world);
    for (const pid of victims) killQuietly(pid);
    return `killed, and ${victims.length} services`;
  },
};

/** SIGKILL to pmd, and while it is away to services. */
export const killServicesMeanwhile: Fault = {
  name: "kill pmd, then services",
  async strike(world, dice) {
    await pass(dice.between(0, mostMs));
    await killLife(world);
    const victims = someServices(world, dice);
    for (const pid of victims) killQuietly(pid);
    return `killed, then ${victims.length} services`;
  },
};

/** Ends this life of pmd and notes when. */
export async function killLife(world: World): Promise<void> {
  await world.life?.kill();
}

/** What is in a pipe is in memory: with its reader and its holder both killed the kernel may throw it away. */
function spareRunning(world: World): void {
  const births = readBirths(world.folder);
  const recently = uptime() - 1;
  for (const [index, { id, nonce, at }] of births.entries()) {
    const isLast = births.findLastIndex((birth) => birth.id === id) === index;
    if (isLast || at > recently) world.spared.add(nonce);
  }
}

function someServices(world: World, dice: Dice): readonly number[] {
  return findInstances(world.marker)
    .filter(() => dice.chance(0.3))
    .map(({ pid }) => pid);
}

/** What pmd runs for itself: whatever belongs to the folder of the world and is neither pmd nor a service nor the pause of one. */
function helpersOf(world: World): readonly number[] {
  const services = new Set(findInstances(world.marker).map(({ pid }) => pid));
  const isPause = (pid: number): boolean =>
    /^sleep [\d.]+$/.test(argumentsOf(pid)?.join(" ") ?? "");
  return processesAt(world.folder).filter(
    (pid) => pid !== world.pid && !services.has(pid) && !isPause(pid),
  );
}

/** The FIFOs of captured output that processes hold. */
function fifosOf(pids: readonly number[]): readonly string[] {
  return pids
    .flatMap(openFilesOf)
    .filter((path) => /\/capture-[^/]+\/[^/]+\.(out|err)$/.test(path));
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}
