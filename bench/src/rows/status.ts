import { hasCommands, type Row } from "../row.ts";
import { timeCommand } from "../stage/run-command.ts";
import { median } from "../table/median.ts";
import { milliseconds, whole } from "../table/number.ts";

/** Two warm-ups, then as many runs as half a second holds. */
async function typical(run: (runs: number) => Promise<number[]>): Promise<number> {
  const [, second = 1] = await run(2);
  return median(await run(Math.max(3, Math.min(30, Math.round(500 / second)))));
}

/** The whole command that shows one service, and the one that shows all. */
export const status: Row = {
  id: "status",
  lines: ({ services }) => [
    {
      title: `status of 1 / ${whole(services)} services, whole command`,
      cell: ({ one, all }) => `${milliseconds(one)} / ${milliseconds(all)}`,
      aim: "≤ 10 / ≤ 14 ms",
    },
  ],
  setup: ({ services }) => ({ kind: "sleepers", count: services }),
  needs: "running",
  fits: hasCommands,
  async measure({ manager, place, services }) {
    const { status } = manager;
    const middle = services[Math.floor(services.length / 2)];
    if (status === undefined || middle === undefined) throw new Error("it has no status command");
    return {
      one: await typical((runs) => timeCommand(place, status(middle.id), runs)),
      all: await typical((runs) => timeCommand(place, status(null), runs)),
    };
  },
};
