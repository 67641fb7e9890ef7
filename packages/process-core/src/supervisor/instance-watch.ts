import type { ExitReport, Instance } from "../model/instance.ts";
import type { Engine, LaunchListener } from "../ports/engine.ts";
import type { Kernel } from "./kernel.ts";
import type { ProcessEntry } from "./process-entry.ts";

/** Who is told, and who is asked what is left. */
export interface WatchTools {
  readonly kernel: Kernel;
  readonly engine: Engine;
}

/** Which launch of which process. */
export interface WatchedLaunch {
  readonly entry: ProcessEntry;
  readonly number: number;
}

/**
 * Turns what an engine tells about one instance into events of one launch. An engine may report the end in the same breath as
 * the start, before we have heard of the start. A class, since there is one for each process and closures take five times the room.
 */
export class InstanceWatch implements LaunchListener {
  readonly #tools: WatchTools;
  readonly #entry: ProcessEntry;
  readonly #number: number;
  #instance: Instance | null = null;
  #early: ExitReport | null = null;

  constructor(tools: WatchTools, { entry, number }: WatchedLaunch) {
    this.#tools = tools;
    this.#entry = entry;
    this.#number = number;
  }

  /** Looked up, since an engine asks once and a text for each process is kept for nothing. */
  get launch(): string | undefined {
    return this.#entry.launchToken ?? undefined;
  }

  exited(report: ExitReport): void {
    if (this.#instance === null) this.#early = report;
    else this.#passOn(this.#instance, report);
  }

  /** The start was reported; an end that was told before is passed on now. */
  begin(instance: Instance): void {
    this.#instance = instance;
    if (this.#early !== null) this.#passOn(instance, this.#early);
  }

  #passOn(instance: Instance, report: ExitReport): void {
    const { kernel, engine } = this.#tools;
    const treeAlive = engine.isTreeAlive(instance);
    kernel.dispatch(this.#entry, { kind: "exited", launch: this.#number, report, treeAlive });
  }
}
