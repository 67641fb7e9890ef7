import {
  desiredState,
  health,
  type ProcessResultInit,
  processState,
  type ProcessStatusInit,
} from "@dpm/pdu";

/** A status as servers send it: of a process that runs, unless told otherwise. */
export function status(id: string, differs: Partial<ProcessStatusInit> = {}): ProcessStatusInit {
  return {
    id,
    group: "",
    enabled: true,
    state: processState.running,
    desired: desiredState.up,
    ready: true,
    health: health.none,
    pid: 4711,
    startedAtMs: Date.UTC(2029, 11, 31, 23),
    uptimeMs: 3_600_000,
    ...differs,
  };
}

/** The same for one that is stopped. */
export function stopped(id: string, differs: Partial<ProcessStatusInit> = {}): ProcessStatusInit {
  return {
    id,
    enabled: true,
    state: processState.stopped,
    desired: desiredState.down,
    ...differs,
  };
}

/** A row that says that all is well. */
export function row(value: ProcessStatusInit): ProcessResultInit {
  return { status: value, done: true, ok: true };
}
