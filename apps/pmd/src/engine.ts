import type { EngineName } from "@dpm/config";
import type { DpmError } from "@dpm/errors";
import type { Engine } from "@dpm/process-core";
import { createNodeEngine } from "@dpm/process-node";
import { createPosixEngine } from "@dpm/process-posix";

/** What every engine is told; each takes what it has a use for. */
export interface EngineOptions {
  /** How often is looked for what has no event. */
  readonly pollIntervalMs: number;
  /** Names this state directory for ever. */
  readonly instanceId: string;
  /** Where captured output passes through; of this state directory alone. */
  readonly captureDirectory: string;
  /** The daemon's own directory for logs. */
  readonly logDirectory: string;
  /** Hears what is wrong with the engine, and with null when that is over. */
  readonly trouble: (name: string, error: DpmError | null) => void;
}

/** Makes the engine of that name. Throws ERR_DPM_PROCESS_ENGINE_UNAVAILABLE for one that this system does not have; none takes the place of another. */
export function createEngine(name: EngineName, options: EngineOptions): Engine {
  switch (name) {
    case "auto":
      return createEngine(process.platform === "linux" ? "posix" : "node", options);
    case "posix":
      return createPosixEngine({ ...options, ...captureThread() });
    case "node":
      return createNodeEngine(options);
  }
}

/** The bundle has the thread beside it; sources find their own. */
function captureThread(): { readonly captureThread?: URL } {
  return import.meta.url.endsWith(".ts")
    ? {}
    : { captureThread: new URL("./capture-thread.js", import.meta.url) };
}
