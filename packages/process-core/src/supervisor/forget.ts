import { cancelAllTimers } from "./timer-events.ts";
import type { Kernel } from "./kernel.ts";
import { isOccupied, type ProcessEntry, unwatch, watch } from "./process-entry.ts";

/** Forgets a leaving process as soon as nothing of it is left; not if it is configured again by then. */
export function forgetWhenGone(kernel: Kernel, entry: ProcessEntry): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = (): void => {
    if (entry.leaving && isOccupied(entry.situation)) return;
    unwatch(entry, look);
    if (entry.leaving) void forget(kernel, entry).then(resolve);
    else resolve();
  };
  watch(entry, look);
  look();
  return promise;
}

async function forget(kernel: Kernel, entry: ProcessEntry): Promise<void> {
  entry.gone = true;
  cancelAllTimers(entry);
  if (kernel.entries.get(entry.id) === entry) kernel.entries.delete(entry.id);
  for (const watcher of entry.watchers ?? []) watcher();
  // Unless the same id was defined anew meanwhile: then what the engine keeps for it is in use.
  if (!kernel.entries.has(entry.id)) kernel.engine.forget(entry.id);
  await kernel.writer.remove(entry.id);
}
