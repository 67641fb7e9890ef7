import { setTimeout as sleep } from "node:timers/promises";
import { keepsServices, type Row } from "../row.ts";
import { median } from "../table/median.ts";
import { milliseconds, whole } from "../table/number.ts";
import type { Stage } from "../stage/stage.ts";
import { nowNs } from "../stage/stamps.ts";

/** Kills the instance of a service; from the kill until the next one acts, in ms. */
async function kill({ stamps }: Stage, index: number): Promise<number> {
  const before = stamps.newest("up", index);
  if (before === undefined) throw new Error(`service ${index} does not run`);
  const killedNs = nowNs();
  process.kill(before.pid, "SIGKILL");
  const isBack = (): boolean => (stamps.newest("up", index)?.ns ?? 0) > killedNs;
  await stamps.until(`service ${index} to act again`, isBack, 60_000);
  return ((stamps.newest("up", index)?.ns ?? 0) - killedNs) / 1e6;
}

/** SIGKILL to services that ran for long, and to what replaced them as soon as it acts. */
export const death: Row = {
  id: "death",
  lines: ({ services }) => [
    {
      title: `death to the new instance acting, ${whole(services)} present, p50`,
      cell: ({ first }) => milliseconds(first),
      aim: "≤ 2.2 ms",
    },
    {
      title: "the same, killed again at once",
      cell: ({ again }) => milliseconds(again),
      aim: "≤ 2.2 ms",
    },
  ],
  setup: ({ services }) => ({ kind: "sleepers", count: services }),
  needs: "running",
  fits: keepsServices,
  async measure(stage, { kills }) {
    const first: number[] = [];
    const again: number[] = [];
    const count = Math.min(kills, stage.services.length);
    for (let turn = 0; turn < count; turn += 1) {
      // Spread over all of them, so that no place in a table is special.
      const index = Math.floor((turn * stage.services.length) / count);
      first.push(await kill(stage, index));
      again.push(await kill(stage, index));
      await sleep(50);
    }
    return { first: median(first), again: median(again) };
  },
};
