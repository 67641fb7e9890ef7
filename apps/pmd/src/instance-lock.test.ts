import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startProgram, temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { takeInstanceLock } from "./instance-lock.ts";

const holder = `
  import { takeInstanceLock } from ${JSON.stringify(new URL("./instance-lock.ts", import.meta.url).href)};
  const [stateDirectory] = process.argv.slice(1);
  takeInstanceLock({ stateDirectory, lockFile: stateDirectory + "/lock", pidFile: stateDirectory + "/pmd.pid" })
    .then((lock) => { globalThis.lock = lock; console.log("won " + process.pid); setInterval(() => {}, 1e6); })
    .catch((error) => console.log("lost " + error.details.pid));
`;

const startHolder = (directory: string): ReturnType<typeof startProgram> =>
  startProgram([
    process.execPath,
    "--no-warnings",
    "--input-type=module",
    "--eval",
    holder,
    directory,
  ]);

test("a lock whose file was removed is taken again, so that nobody else gets it, and the pid stands there again", async () => {
  const stateDirectory = temporaryDirectory();
  const [lockFile, pidFile] = [join(stateDirectory, "lock"), join(stateDirectory, "pmd.pid")];
  const lock = await takeInstanceLock({ stateDirectory, lockFile, pidFile });
  for (const path of [lockFile, pidFile]) rmSync(path);
  await lock.renew();
  expect(readFileSync(pidFile, "utf8")).toBe(`${process.pid}\n`);
  await lock.renew();
  expect(await startHolder(stateDirectory).output(/(won|lost) \S+/)).toContain(
    `lost ${process.pid}`,
  );
  lock.release();
  expect(await startHolder(stateDirectory).output(/(won|lost) \S+/)).toContain("won");
});

test("a lock that somebody else has taken meanwhile is theirs", { timeout: 30_000 }, async () => {
  const stateDirectory = temporaryDirectory();
  const [lockFile, pidFile] = [join(stateDirectory, "lock"), join(stateDirectory, "pmd.pid")];
  const lock = await takeInstanceLock({ stateDirectory, lockFile, pidFile });
  rmSync(lockFile);
  const other = startHolder(stateDirectory);
  await other.output(/won/);
  await expect(lock.renew()).rejects.toMatchObject({
    code: "ERR_DPM_DAEMON_ALREADY_RUNNING",
    details: { pid: other.pid },
  });
});

test(
  "of many daemons started at once on one state directory exactly one wins, and each loser names it",
  { timeout: 60_000 },
  async () => {
    const directory = temporaryDirectory();
    const programs = Array.from({ length: 12 }, () => startHolder(directory));
    const outputs = await Promise.all(
      programs.map((program) => program.output(/(won|lost) \S+/, { deadlineMs: 50_000 })),
    );
    const winners = outputs.filter((text) => text.startsWith("won"));
    expect(winners).toHaveLength(1);
    const pid = winners[0]?.trim().split(" ")[1];
    const losers = outputs.filter((text) => text.startsWith("lost"));
    expect(losers.map((text) => text.trim())).toEqual(losers.map(() => `lost ${pid}`));
  },
);

test("a lock ends with the death of its holder, however it died", { timeout: 30_000 }, async () => {
  const directory = temporaryDirectory();
  const first = startHolder(directory);
  await first.output(/won/);
  await first.end();
  const second = startHolder(directory);
  expect(await second.output(/won/)).toContain(`won ${second.pid}`);
});

test("a pid file left by nobody keeps nobody out, and a released lock can be taken again", async () => {
  const stateDirectory = temporaryDirectory();
  const paths = {
    stateDirectory,
    lockFile: join(stateDirectory, "lock"),
    pidFile: join(stateDirectory, "pmd.pid"),
  };
  writeFileSync(paths.pidFile, "1\n");
  (await takeInstanceLock(paths)).release();
  const lock = await takeInstanceLock(paths);
  await expect(takeInstanceLock(paths)).rejects.toMatchObject({
    code: "ERR_DPM_DAEMON_ALREADY_RUNNING",
    details: { pid: process.pid },
  });
  lock.release();
});
