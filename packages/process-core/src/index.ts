export type { Hook, HookAction, HookEvent, HookFacts } from "./model/hook.ts";
export type { ExitReport, Instance, LaunchFailure, LaunchStage } from "./model/instance.ts";
export type { Probe, ProbeCheck } from "./model/probe.ts";
export type {
  BackoffPolicy,
  KillMode,
  ProcessDefinition,
  RestartPolicy,
} from "./model/process-definition.ts";
export type { Output, Program } from "./model/program.ts";
export type { RateLimit } from "./model/rate-limit.ts";
export type { Clock, Random } from "./ports/clock.ts";
export type {
  AdoptListener,
  AdoptOutcome,
  Engine,
  InstanceListener,
  Launchable,
  KillOutcome,
  LaunchListener,
  SignalOutcome,
  SpawnOutcome,
} from "./ports/engine.ts";
export type { HookRunner } from "./ports/hook-runner.ts";
export type { ProbeAnswer, Prober, Question } from "./ports/prober.ts";
export type { StateStore, StoredEvent, StoredProcess } from "./ports/state-store.ts";
export type { CancelSignal, Operation, OperationRow } from "./operations/operation.ts";
export type { ExitResult } from "./exit-class.ts";
export type { ProcessStatus } from "./process-status.ts";
export { planReconfigure, type ReconfigurePlan } from "./reconfigure-plan.ts";
export type { Selection } from "./selection.ts";
export type { DesiredState, Health, LastExit, StateKind } from "./states.ts";
export type {
  ReconfigureReport,
  ShutdownReport,
  StartReport,
  Supervisor,
  SupervisorOptions,
  Trouble,
} from "./supervisor/supervisor-api.ts";
export { createSupervisor } from "./supervisor/supervisor.ts";
