import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStage, otherPid, uniqueSleep } from "../stage/open-stage.ts";

type Damage = (path: string) => void;

const damages: readonly (readonly [string, Damage])[] = [
  ["emptied", (path) => truncateSync(path, 0)],
  ["cut to its first page", (path) => truncateSync(path, 4096)],
  ["cut in its header", (path) => truncateSync(path, 57)],
  ["overwritten with text", (path) => writeFileSync(path, "this is not a database at all")],
  ["with a flipped byte in each page", flipEachPage],
  ["removed", (path) => rmSync(path)],
];

test.each(damages)(
  "F14: state that was %s doubles and forgets nothing that runs",
  { timeout: 120_000 },
  async (_name, damage) => {
    const sleeps = [uniqueSleep(), uniqueSleep(), uniqueSleep()];
    const stage = await openStage(
      sleeps.map(({ command }, index) => `<process id="p${index}" command="${command}"/>`).join(""),
    );
    const pids = await Promise.all(
      sleeps.map((_, index) => otherPid(stage, `p${index}`, undefined)),
    );
    await stage.kill();
    const path = join(stage.folder, "state/state.db");
    for (const file of [`${path}-wal`, `${path}-shm`]) if (existsSync(file)) rmSync(file);
    damage(path);
    await stage.start();
    await Promise.all(sleeps.map((_, index) => otherPid(stage, `p${index}`, undefined)));
    expect(sleeps.map((sleep) => sleep.pids())).toEqual(pids.map((pid) => [pid]));
  },
);

function flipEachPage(path: string): void {
  const bytes = readFileSync(path);
  for (let at = 100; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}
