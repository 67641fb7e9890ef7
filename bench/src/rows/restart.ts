import { setTimeout as sleep } from "node:timers/promises";
import { hasCommands, type Row } from "../row.ts";
import { timeCommand } from "../stage/run-command.ts";
import { median } from "../table/median.ts";
import { milliseconds } from "../table/number.ts";

const present = 100;

/** The whole command that restarts one service; each of them is another one, and has a new instance afterwards. */
export const restart: Row = {
  id: "restart",
  lines: ({ services }) => [
    {
      title: `restart one, command returns, ${Math.min(present, services)} present`,
      cell: ({ ms }) => milliseconds(ms),
      aim: "≤ 11 ms",
    },
  ],
  setup: ({ services }) => ({ kind: "sleepers", count: Math.min(present, services) }),
  needs: "running",
  fits: hasCommands,
  async measure({ manager, place, services, stamps }, { kills }) {
    const { restart } = manager;
    if (restart === undefined) throw new Error("it has no restart command");
    const took: number[] = [];
    for (const [index, { id }] of services.slice(0, Math.min(15, kills)).entries()) {
      const before = stamps.newest("up", index)?.ns ?? 0;
      took.push(...(await timeCommand(place, restart(id), 1)));
      const isNew = (): boolean => (stamps.newest("up", index)?.ns ?? 0) > before;
      await stamps.until(`a new instance of ${id}`, isNew, 20_000);
      await sleep(20);
    }
    return { ms: median(took) };
  },
};
