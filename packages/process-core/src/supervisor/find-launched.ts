import type { Engine } from "../ports/engine.ts";
import type { StoredProcess } from "../ports/state-store.ts";
import type { Kernel } from "./kernel.ts";
import { messageOf } from "./trouble-log.ts";

/** Fills in the instances that an earlier daemon launched and did not live to save; what is not found was not launched. */
export async function findLaunched(
  tools: { readonly kernel: Kernel; readonly engine: Engine; readonly bootId: string },
  stored: readonly StoredProcess[],
): Promise<readonly StoredProcess[]> {
  const { kernel, engine, bootId } = tools;
  const launches = stored.flatMap(({ launch, instance, bootId: boot }) =>
    launch !== null && instance === null && boot === bootId ? [launch] : [],
  );
  if (launches.length === 0) return stored;
  try {
    const found = await engine.find(launches);
    return stored.map((known) => ({
      ...known,
      instance:
        known.instance ?? (known.launch === null ? null : (found.get(known.launch) ?? null)),
    }));
  } catch (error) {
    kernel.troubles.report("internal", `the engine broke at a search: ${messageOf(error)}`);
    return stored;
  }
}
