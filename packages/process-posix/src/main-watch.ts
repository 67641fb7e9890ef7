import type { ExitReport, InstanceListener } from "@dpm/process-core";
import { noteEnd, type ProcessRecord } from "./process-record.ts";

/** Whether an engine still tells what it hears. */
export interface Telling {
  isOver: boolean;
}

/** Notes the end of a main process in its record, and passes it on. A class, since there is one for each process. */
export class MainWatch implements InstanceListener {
  readonly #telling: Telling;
  readonly #record: ProcessRecord;
  readonly #listener: InstanceListener;

  constructor(telling: Telling, record: ProcessRecord, listener: InstanceListener) {
    this.#telling = telling;
    this.#record = record;
    this.#listener = listener;
  }

  exited(report: ExitReport): void {
    noteEnd(this.#record);
    if (!this.#telling.isOver) this.#listener.exited(report);
  }
}
