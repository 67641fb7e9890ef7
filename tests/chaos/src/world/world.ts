import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dice } from "../dice.ts";
import { uptime } from "./births.ts";
import { type DaemonLife, type DaemonPlan, type LaunchTerms, startDaemon } from "./daemon.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { configurationText, planService, type ServicePlan } from "./service-plan.ts";

/** A folder, a daemon and its services, which live through several rounds. */
export interface World {
  readonly folder: string;
  /** Stands in the arguments of all its services and nowhere else. */
  readonly marker: string;
  /** What is configured, by id. */
  readonly plans: Map<string, ServicePlan>;
  readonly ledger: Ledger;
  readonly socket: string;
  /** The pid of the pmd that was started last and became ready. */
  pid: number;
  life: DaemonLife | null;
  /** The number that the next new service has in its id. */
  nextNumber: number;
  /** When pmd was killed, in seconds since the boot. */
  readonly deaths: number[];
  /** Instances, by nonce, whose last lines were in a pipe of which every end was killed: those may be lost. */
  readonly spared: Set<string>;
  /** Writes the plans into the configuration, in one step. */
  configure(): void;
  /** Starts pmd; null when it died before it was ready. */
  start(terms?: LaunchTerms): Promise<DaemonLife | null>;
  remove(): void;
}

/** How the pmd of a world is run. */
export interface WorldOptions {
  readonly dice: Dice;
  readonly services: number;
  readonly command: readonly [string, ...string[]];
  /** More words for pmd, such as `--engine node`. */
  readonly words: readonly string[];
}

/** Makes a world; nothing runs yet. */
export function createWorld({ dice, services, command, words }: WorldOptions): World {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "dpm-chaos-")));
  mkdirSync(join(folder, "progress"));
  writeFileSync(join(folder, "births"), "");
  const marker = `chaos-${process.pid}-${folder.slice(-6)}`;
  const plan: DaemonPlan = {
    folder,
    command,
    words: [
      "--config",
      join(folder, "pmd.xml"),
      "--state-dir",
      join(folder, "state"),
      "--listen",
      "127.0.0.1:0",
      ...words,
    ],
  };
  const world: World = {
    folder,
    marker,
    plans: new Map(),
    ledger: createLedger(),
    socket: join(folder, "state/run/pmd.sock"),
    pid: 0,
    life: null,
    nextNumber: 0,
    deaths: [],
    spared: new Set(),
    configure: () => {
      const file = join(folder, "pmd.xml");
      const text = configurationText(world.plans.values(), world);
      writeFileSync(`${file}.new`, text, { mode: 0o644 });
      renameSync(`${file}.new`, file);
    },
    start: async (terms) => {
      const life = startDaemon(plan, terms);
      world.life = life;
      const published = await life.ready;
      if (published === null) return null;
      world.pid = published.pid;
      return life;
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
  for (let count = 0; count < services; count += 1) addService(world, dice);
  world.configure();
  return world;
}

/** Plans one more service; the caller writes the configuration. */
export function addService(world: World, dice: Dice): ServicePlan {
  const plan = planService(dice, world.nextNumber);
  world.nextNumber += 1;
  world.plans.set(plan.id, plan);
  world.ledger.open(plan, uptime());
  return plan;
}
