import type { EventOf } from "../events.ts";
import type { ProcessDefinition } from "../model/process-definition.ts";
import { isSame } from "../reconfigure-plan.ts";
import type { Kernel } from "./kernel.ts";
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

/** Gives an entry another definition; answers with the event that tells its state about it. */
export function redefine(entry: ProcessEntry, definition: ProcessDefinition): EventOf<"redefined"> {
  const before = entry.definition;
  entry.definition = definition;
  if (!isSame(before.hooks, definition.hooks)) entry.hookRuns = null;
  return {
    kind: "redefined",
    readiness: !isSame(before.readiness, definition.readiness),
    health: !isSame(before.health, definition.health),
  };
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
      output: {
        capture: "none",
        stdoutFile: null,
        stderrFile: null,
        maxBytes: null,
        maxAgeMs: null,
        backups: 0,
        totalBytes: null,
        compress: false,
      },
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
