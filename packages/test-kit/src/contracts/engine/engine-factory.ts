import type { Engine } from "@dpm/process-core";

/** Makes the engine under test; called anew for each test, and again where a later daemon is played. */
export type EngineFactory = () => Engine | Promise<Engine>;
