import type { ExitReport, Instance, LaunchFailure } from "../model/instance.ts";
import type { Output, Program } from "../model/program.ts";

/** What an engine tells about an instance that it started or adopted. */
export interface InstanceListener {
  /** The main process ended. Called once, after the start was reported. */
  exited(report: ExitReport): void;
}

/** Who hears of a launch, and under which token it is made. */
export interface LaunchListener extends InstanceListener {
  /** From {@link Engine.nextLaunch}. Left out where no later daemon will look for what is launched; the engine then takes one itself. */
  readonly launch?: string | undefined;
}

/** Who hears of an instance that is taken over, and where what it writes goes from now on. */
export interface AdoptListener extends InstanceListener {
  /** Null when it is no longer configured: then it goes on as it was. */
  readonly output: Output | null;
}

/** A process that is about to be launched for the first time. */
export interface Launchable {
  readonly id: string;
  readonly program: Program;
}

export type SpawnOutcome =
  | { readonly kind: "spawned"; readonly instance: Instance }
  | { readonly kind: "spawn-failed"; readonly failure: LaunchFailure };

export type AdoptOutcome =
  | { readonly kind: "adopted"; readonly instance: Instance }
  /** It is not there any more; how it ended may be known. */
  | { readonly kind: "gone"; readonly exit: ExitReport };

export type SignalOutcome =
  | { readonly kind: "sent" }
  /** The process, or for a tree all of it, is gone. */
  | { readonly kind: "gone" }
  | { readonly kind: "refused"; readonly errno: string };

export type KillOutcome =
  | { readonly kind: "empty" }
  /** Processes that SIGKILL does not end, for example in uninterruptible sleep. */
  | { readonly kind: "survivors"; readonly pids: readonly number[] };

/**
 * Runs processes on one operating system. Holds no policy: it does not restart, wait or decide.
 * Whatever it signals it has verified by start identity first.
 */
export interface Engine {
  readonly name: string;
  /**
   * A token that no other launch has or had; saved before the launch, it finds what was launched when nobody saved that. With
   * the id of a process, {@link Engine.survey} finds it when the token is lost too.
   */
  nextLaunch(id?: string): string;
  /** Resolves after exec succeeded or failed; never rejects for a failed launch. */
  spawn(id: string, program: Program, listener: LaunchListener): Promise<SpawnOutcome>;
  /**
   * The instances, by token, of those launches of an earlier daemon of which anything is alive. An instance whose main process
   * has ended and left something is among them. Where the system does not show who belongs to a launch, none is found.
   */
  find(launches: readonly string[]): Promise<ReadonlyMap<string, Instance>>;
  /**
   * The instances, by the id of their process, of which anything is alive and that a daemon of this name launched under a token
   * with that id; of one process the newest. For when nothing is remembered. Where the system does not show it, none.
   */
  survey(): Promise<ReadonlyMap<string, Instance>>;
  /** Makes ready at once what many launches need each; never rejects, since the launches themselves will say what failed. */
  prepare(entries: readonly Launchable[]): Promise<void>;
  /**
   * Once, before anything is adopted or launched: what an earlier daemon kept for processes goes on for these, which are all that
   * are defined, and ends for the others. Never rejects.
   */
  restore(defined: readonly Launchable[]): Promise<void>;
  /** Takes over an instance that an earlier daemon started. */
  adopt(id: string, instance: Instance, listener: AdoptListener): Promise<AdoptOutcome>;
  /** To the main process alone. */
  signal(instance: Instance, signal: string): SignalOutcome;
  /** To everything that belongs to the instance. Works after the main process ended, for what it left. */
  signalTree(instance: Instance, signal: string): SignalOutcome;
  /** SIGKILL to everything that belongs to the instance, again and again until nothing is left or it won't die. */
  killTree(instance: Instance): Promise<KillOutcome>;
  /** Whether anything of the instance is alive, main process or not. */
  isTreeAlive(instance: Instance): boolean;
  /** Other limits of the log files of a process, while it runs. */
  setOutput(id: string, output: Output): void;
  /** The process is no longer defined and nothing of it is left: what the engine kept for it goes. */
  forget(id: string): void;
  /** Opens output files anew, for SIGUSR2. */
  reopenLogs(): void;
  /** Lets go of everything without ending any process. */
  close(): Promise<void>;
}
