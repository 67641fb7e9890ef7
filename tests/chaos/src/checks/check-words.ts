import { processState } from "@dpm/pdu";
import { isAlive } from "@dpm/test-kit";
import type { Answer } from "../world/ask.ts";
import { findInstances } from "../world/find-instances.ts";
import type { World } from "../world/world.ts";

/** I15: what pmd shows is so. The truth is the process table; pmd's words are measured by it. */
export function checkWords(world: World, answer: Answer): string[] {
  if (answer.kind !== "answered") return [`ping does not work: ${answer.reason}`];
  const rows = answer.results
    .flatMap((result) => (result.payload === "processes" ? result.processes.rows : []))
    .flatMap(({ status }) => (status === null ? [] : [status]));
  const instances = findInstances(world.marker);
  const problems: string[] = [];
  for (const { id, pid, state } of rows) {
    const running = state === processState.running;
    if (running && (pid === undefined || !isAlive(pid)))
      problems.push(`untrue: ${id} is shown running as pid ${pid}, which is not there`);
    const found = instances.find((instance) => instance.id === id);
    if (found !== undefined && running && pid !== found.pid)
      problems.push(`untrue: ${id} is shown running as pid ${pid} and runs as ${found.pid}`);
    if (found !== undefined && state === processState.stopped)
      problems.push(`untrue: ${id} is shown stopped and runs as ${found.pid}`);
  }
  const shown = new Set(rows.map(({ id }) => id));
  for (const id of world.plans.keys())
    if (!shown.has(id)) problems.push(`forgotten: ${id} is configured and not shown`);
  for (const result of answer.results) {
    if (result.payload !== "server") continue;
    for (const { code, message } of result.server.troubles)
      // A reload that was cut off: the configuration has what pmd had not heard of.
      if (code !== "ERR_DPM_DAEMON_OUTDATED") problems.push(`in trouble: ${message}`);
  }
  return problems;
}
