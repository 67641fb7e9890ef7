import type { Engine } from "../ports/engine.ts";
import type { StoredProcess } from "../ports/state-store.ts";
import type { Kernel } from "./kernel.ts";
import { messageOf } from "./trouble-log.ts";

/** Adds what runs and is not remembered, since what an earlier daemon saved is lost; of its past nothing else is known. */
export async function addForgotten(
  tools: { readonly kernel: Kernel; readonly engine: Engine; readonly bootId: string },
  stored: readonly StoredProcess[],
): Promise<readonly StoredProcess[]> {
  const { kernel, engine, bootId } = tools;
  const remembered = new Set(stored.map(({ id }) => id));
  try {
    const found = await engine.survey();
    const forgotten = [...found].filter(([id]) => !remembered.has(id));
    return [
      ...stored,
      ...forgotten.map(([id, instance]): StoredProcess => ({
        id,
        desired: "up",
        state: "running",
        stoppedByRequest: false,
        bootId,
        instance,
        launch: null,
        ending: null,
        retry: null,
        reason: null,
        runs: null,
        restarts: 0,
        lastExit: null,
        eventSequence: 0,
      })),
    ];
  } catch (error) {
    kernel.troubles.report("internal", `the engine broke at a survey: ${messageOf(error)}`);
    return stored;
  }
}
