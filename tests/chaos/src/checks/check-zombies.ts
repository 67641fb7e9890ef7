import { readProcessTable } from "@dpm/test-kit";

/** Children of pmd that ended and were not reaped. One that has just ended is among them: the caller looks again. */
export function checkZombies(pid: number): string[] {
  return readProcessTable()
    .filter(({ parent, state }) => parent === pid && state === "Z")
    .map((zombie) => `a zombie: pid ${zombie.pid} (${zombie.command}) of pmd`);
}
