import { spawn } from "node:child_process";
import { openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Action, Manager, Place, Service, System } from "../system.ts";
import { quote } from "../systems/script.ts";
import { runCommand } from "./run-command.ts";
import { createStamps, nowNs, type Stamps } from "./stamps.ts";

/** What the services are doing. */
export type Condition = "fresh" | "running" | "stopped";

/** One system with its services, alone in a namespace. */
export interface Stage {
  readonly system: System;
  readonly place: Place;
  readonly manager: Manager;
  readonly services: readonly Service[];
  readonly stamps: Stamps;
  /** Brings the services there, by the manager's own means. */
  bring(condition: Condition): Promise<void>;
  /** Executes the daemon; from exec until the last service runs, in ms. */
  launch(): Promise<number>;
  /** From the exec of the command until the last service has stopped or runs, in ms. */
  stopAll(): Promise<number>;
  startAll(): Promise<number>;
}

const deadlineMs = 240_000;

/** Writes the configuration and puts a system on stage; nothing runs yet. */
export function createStage(system: System, place: Place, services: readonly Service[]): Stage {
  const manager = system.prepare(place, services);
  const stamps = createStamps(place.stamps);
  let condition: Condition = "fresh";
  let daemon = 0;

  function execute(): void {
    const { argv, environment } = manager.daemon;
    const words = [join(place.programs, "stamp"), place.stamps, ...argv] as const;
    const log = openSync(join(place.directory, "daemon.log"), "w");
    if (manager.isInit === true) {
      const assignments = Object.entries(environment ?? {}).map(
        ([name, value]) => `${name}=${quote(value)}`,
      );
      const script = `exec env ${[...assignments, ...words.map(quote)].join(" ")} < /dev/null`;
      writeFileSync(join(place.directory, "init"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      daemon = 1;
      process.kill(1, "SIGUSR1");
      return;
    }
    const child = spawn(words[0], words.slice(1), {
      env: { ...process.env, ...environment },
      stdio: ["ignore", log, log],
      detached: true,
    });
    daemon = child.pid ?? 0;
  }

  const execSince = (ns: number): number =>
    stamps.all.find((stamp) => stamp.kind === "exec" && stamp.ns >= ns)?.ns ?? ns;

  async function act(action: Action): Promise<number> {
    if ("signal" in action) {
      const ns = nowNs();
      process.kill(daemon, action.signal);
      return ns;
    }
    const ns = nowNs();
    await runCommand(place, action);
    return execSince(ns);
  }

  async function change(action: Action | undefined, to: Condition): Promise<number> {
    if (action === undefined) throw new Error("this system has no such command");
    const since = { ns: nowNs(), deadlineMs };
    const kind = to === "running" ? "up" : "stopping";
    const [beganNs, lastNs] = await Promise.all([
      act(action),
      stamps.lastOf(kind, services.length, since),
    ]);
    condition = to;
    return (lastNs - beganNs) / 1e6;
  }

  const stage: Stage = {
    system,
    place,
    manager,
    services,
    stamps,
    async launch() {
      const sinceNs = nowNs();
      execute();
      try {
        const since = { ns: sinceNs, deadlineMs };
        const lastNs = await stamps.lastOf("up", services.length, since);
        await stamps.until("the daemon to answer", () => manager.answers(), deadlineMs);
        condition = "running";
        return (lastNs - execSince(sinceNs)) / 1e6;
      } catch (error) {
        const said = readFileSync(join(place.directory, "daemon.log"), "utf8").slice(-3_000);
        throw new Error(`${String(error)}; the daemon said: ${said}`, { cause: error });
      }
    },
    stopAll: () => change(manager.stopAll, "stopped"),
    startAll: () => change(manager.startAll, "running"),
    async bring(wanted) {
      if (wanted === condition) return;
      if (wanted === "fresh") throw new Error("what was launched can't be fresh again");
      if (condition === "fresh") {
        await stage.launch();
        // Managers count a service as started after a second.
        await sleep(1_500);
      }
      if (wanted === "running" && condition === "stopped") await stage.startAll();
      if (wanted === "stopped") await stage.stopAll();
    },
  };
  return stage;
}
