import type { Effect } from "../effects.ts";
import { digestOfProgram } from "../program-digest.ts";
import type { Instance } from "../model/instance.ts";
import type { Engine } from "../ports/engine.ts";
import type { HookDispatcher } from "./hook-dispatcher.ts";
import { InstanceWatch } from "./instance-watch.ts";
import type { Kernel } from "./kernel.ts";
import type { ProbeRunner } from "./probe-runner.ts";
import { isLaunching, type ProcessEntry } from "./process-entry.ts";
import type { SpawnQueue } from "./spawn-queue.ts";
import { cancelTimer, setTimer } from "./timer-events.ts";
import { messageOf } from "./trouble-log.ts";

/** What effects are carried out with. */
export interface EffectTools {
  readonly kernel: Kernel;
  readonly engine: Engine;
  readonly spawns: SpawnQueue;
  readonly probes: ProbeRunner;
  readonly hooks: HookDispatcher;
}

/** How long a launch waits for its being saved. */
const intentPatienceMs = 2000;

/** Carries out one effect; what comes of it comes back as events. */
export function runEffect(tools: EffectTools, entry: ProcessEntry, effect: Effect): void {
  const { kernel, engine, spawns, probes, hooks } = tools;
  switch (effect.kind) {
    case "spawn":
      // Now, so that it is in what is saved of this step.
      entry.launchToken = engine.nextLaunch(entry.id);
      return spawns.add(spawnKey(entry, effect.launch), () => launch(tools, entry, effect.launch));
    case "cancel-spawn":
      if (spawns.cancel(spawnKey(entry, effect.launch))) {
        kernel.dispatch(entry, { kind: "spawn-cancelled", launch: effect.launch });
      }
      return;
    case "signal":
      // What it answers is of no use here: whatever ended tells so itself, and whatever refuses meets SIGKILL.
      if (effect.to === "tree") engine.signalTree(effect.instance, effect.signal);
      else engine.signal(effect.instance, effect.signal);
      return;
    case "kill-tree":
      void killTree(tools, entry, effect);
      return;
    case "set-timer":
      return setTimer(tools, entry, effect);
    case "cancel-timer":
      return cancelTimer(entry, effect.name);
    case "start-probe":
      return probes.start(entry, effect.probe, effect.launch);
    case "stop-probes":
      return probes.stop(entry);
    case "run-hook":
      return hooks.run(entry, effect);
  }
}

function spawnKey(entry: ProcessEntry, launchNumber: number): string {
  return `${entry.id}:${launchNumber}`;
}

async function launch(
  tools: EffectTools,
  entry: ProcessEntry,
  launchNumber: number,
): Promise<void> {
  const { kernel, engine } = tools;
  const { program } = entry.definition;
  entry.runs = digestOfProgram(program);
  try {
    await intentSaved(kernel, entry);
    const { state } = entry.situation;
    if (state.kind !== "starting" || state.launch !== launchNumber) {
      kernel.dispatch(entry, { kind: "spawn-cancelled", launch: launchNumber });
      return;
    }
    const watch = new InstanceWatch(tools, { entry, number: launchNumber });
    // It may have been configured anew since.
    if (entry.definition.program !== program)
      entry.runs = digestOfProgram(entry.definition.program);
    entry.outdatedSince = null;
    const outcome = await engine.spawn(entry.id, entry.definition.program, watch);
    const token = entry.launchToken;
    kernel.dispatch(entry, { ...outcome, launch: launchNumber });
    if (outcome.kind !== "spawned") return;
    // Unless another launch was decided on just now.
    if (entry.launchToken === token) entry.launchToken = null;
    watch.begin(outcome.instance);
  } catch (error) {
    kernel.troubles.report("internal", `the engine broke at a launch: ${messageOf(error)}`);
    const failure = { stage: "fork", errno: "EIO", path: null, passing: true } as const;
    kernel.dispatch(entry, { kind: "spawn-failed", launch: launchNumber, failure });
  }
}

/**
 * What is launched before it is written down would be nobody's if the daemon died in between: the next one would start another.
 * A store that fails is no reason not to launch, nor is one that hangs.
 */
async function intentSaved(kernel: Kernel, entry: ProcessEntry): Promise<void> {
  // A step is saved right after its effects, of which this is one.
  await Promise.resolve();
  if (!isLaunching(entry.situation) || kernel.noteIntent(entry)) return;
  const { clock } = kernel;
  const patience = Promise.withResolvers<void>();
  const cancel = clock.callAt(clock.monotonicMs() + intentPatienceMs, () => patience.resolve());
  await Promise.race([entry.latestSave, patience.promise]);
  cancel();
}

async function killTree(
  { kernel, engine }: EffectTools,
  entry: ProcessEntry,
  { instance, launch: launchNumber }: { readonly instance: Instance; readonly launch: number },
): Promise<void> {
  let survivors: readonly number[] = [instance.pid];
  try {
    const outcome = await engine.killTree(instance);
    survivors = outcome.kind === "empty" ? [] : outcome.pids;
  } catch (error) {
    kernel.troubles.report("internal", `the engine broke at a kill: ${messageOf(error)}`);
  }
  kernel.dispatch(entry, { kind: "tree-killed", launch: launchNumber, survivors });
}
