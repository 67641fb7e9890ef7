import type { EngineName } from "@dpm/config";
import { dpmError } from "@dpm/errors";
import type { Engine } from "@dpm/process-core";
import { createNodeEngine } from "@dpm/process-node";

/** What every engine is told. */
export interface EngineOptions {
  /** How often is looked for what has no event. */
  readonly pollIntervalMs: number;
}

/** Makes the engine of that name. Throws ERR_DPM_PROCESS_ENGINE_UNAVAILABLE for one that this system does not have; none takes the place of another. */
export function createEngine(name: EngineName, options: EngineOptions): Engine {
  switch (name) {
    case "posix":
      throw dpmError("ERR_DPM_PROCESS_ENGINE_UNAVAILABLE", {
        engine: "posix",
        reason: "it is not part of this pmd",
      });
    case "auto":
    case "node":
      return createNodeEngine(options);
  }
}
