import type { ProcessDefinition } from "../model/process-definition.ts";
import { isSame } from "../reconfigure-plan.ts";
import type { Kernel } from "./kernel.ts";
import type { ProbeRunner } from "./probe-runner.ts";
import type { ProcessEntry } from "./process-entry.ts";

/** The definitions in force, by id; not those of processes that are only still being ended. */
export function currentDefinitions(kernel: Kernel): ReadonlyMap<string, ProcessDefinition> {
  const definitions = new Map<string, ProcessDefinition>();
  for (const entry of kernel.entries.values())
    if (!entry.leaving) definitions.set(entry.id, entry.definition);
  return definitions;
}

/** Definitions by their id. */
export function byId(
  definitions: readonly ProcessDefinition[],
): ReadonlyMap<string, ProcessDefinition> {
  return new Map(definitions.map((definition) => [definition.id, definition]));
}

/** Gives an entry another definition; a running instance is asked by the new probes from now on. */
export function redefine(
  { kernel, probes }: { readonly kernel: Kernel; readonly probes: ProbeRunner },
  entry: ProcessEntry,
  definition: ProcessDefinition,
): void {
  const before = entry.definition;
  entry.definition = definition;
  if (!isSame(before.hooks, definition.hooks)) entry.hookRuns.clear();
  const { situation } = entry;
  if (situation.state.kind !== "running") return;
  const { launch } = situation.state;
  if (situation.ready) {
    if (!isSame(before.health, definition.health)) probes.start(entry, "health", launch);
  } else if (definition.readiness === null)
    kernel.dispatch(entry, { kind: "became-ready", launch });
  else if (!isSame(before.readiness, definition.readiness))
    probes.start(entry, "readiness", launch);
}

/** The definition of a process that the configuration no longer has: all that is left to do is to end it. */
export function leftoverDefinition(id: string): ProcessDefinition {
  return {
    id,
    baseId: id,
    group: null,
    instance: 0,
    enabled: false,
    autostart: false,
    program: {
      argv: ["/nonexistent"],
      directory: null,
      environment: {},
      passEnvironment: [],
      user: null,
      userGroup: null,
      umask: null,
      nice: null,
      limits: {},
      output: { capture: "none", stdoutFile: null, stderrFile: null, maxBytes: null, backups: 0 },
    },
    restart: "no",
    exitCodes: [0],
    restartPreventExitStatus: [],
    restartForceExitStatus: [],
    startSecsMs: 0,
    startTimeoutMs: Number.POSITIVE_INFINITY,
    startLimit: null,
    backoff: {
      burst: 0,
      burstWindowMs: 0,
      initialMs: 1000,
      factor: 2,
      maxMs: 1000,
      jitter: 0,
      resetAfterMs: 0,
    },
    stopSignal: "SIGTERM",
    stopTimeoutMs: 10_000,
    killMode: "group",
    priority: 0,
    requires: [],
    wants: [],
    after: [],
    before: [],
    partOf: [],
    readiness: null,
    health: null,
    hooks: [],
  };
}
