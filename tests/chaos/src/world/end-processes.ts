import { waitUntil } from "@dpm/test-kit";
import { processesAt } from "../checks/check-left-behind.ts";
import type { World } from "./world.ts";

/** SIGKILL to everything that belongs to a world, by pid, until nothing is there any more. */
export async function endProcesses({
  folder,
  marker,
}: Pick<World, "folder" | "marker">): Promise<void> {
  await waitUntil(
    () => {
      const pids = new Set([...processesAt(folder), ...processesAt(marker)]);
      for (const pid of pids) {
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // It ended by itself meanwhile.
        }
      }
      return pids.size === 0;
    },
    { what: "the processes of the world to end", deadlineMs: 20_000 },
  );
}
