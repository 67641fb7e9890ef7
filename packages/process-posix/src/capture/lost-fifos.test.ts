// Somebody removes the folder of the FIFOs under a running daemon, as the system does with the runtime directory of a user who logs out.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isAlive, temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { describe, expect, onTestFinished, test } from "vitest";
import { kill, outputTo, startCapture, type TestCapture } from "./testing/captured-service.ts";
import { heldFifos } from "./find-holders.ts";
import { readHolderRecord } from "./holder-record.ts";

const daemon = new URL("../../fixtures/capture-daemon.ts", import.meta.url).pathname;
const lineCount = 300_000;
const expected = execFileSync("seq", ["1", String(lineCount)], { maxBuffer: 1e8 }).toString();

interface Setting {
  readonly folder: string;
  readonly fifos: string;
  readonly log: string;
  readonly go: string;
  /** Writes some, waits for `go`, and then writes more than any FIFO takes. */
  readonly command: string;
}

function setUp(): Setting {
  const folder = temporaryDirectory();
  const go = join(folder, "go");
  const wait = `while ! test -e ${go}; do sleep 0.01; done`;
  const command = `seq 1 10; ${wait}; seq 11 ${lineCount}`;
  return { folder, fifos: join(folder, "fifos"), log: join(folder, "out.log"), go, command };
}

function startDaemon(folder: string, dieAt: string, ...command: string[]): ChildProcess {
  const child = spawn(process.execPath, [daemon, folder, "", dieAt, ...command], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

const ended = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;
const servicePid = (folder: string): number => Number(readFileSync(join(folder, "pid"), "utf8"));
const holders = (fifos: string): readonly number[] =>
  readHolderRecord(fifos).holders.map(({ pid }) => pid);

/** A daemon whose FIFOs are gone and that was killed then, with a service that still has much to write. */
async function leave(
  { folder, fifos, log, command }: Setting,
  remove: () => void = () => rmSync(fifos, { recursive: true }),
): Promise<number> {
  // It has nothing to die of by itself.
  const first = startDaemon(folder, "1000000000", command);
  await waitUntil(() => existsSync(log) && readFileSync(log, "utf8").endsWith("10\n"));
  const [holder = 0] = holders(fifos);
  expect(isAlive(holder)).toBe(true);
  onTestFinished(() => {
    if (isAlive(holder)) process.kill(holder, "SIGKILL");
  });
  remove();
  first.kill("SIGKILL");
  await waitUntil(() => ended(first));
  return holder;
}

function next(folder: string): TestCapture {
  const started = startCapture(folder);
  onTestFinished(async () => {
    await started.capture.close();
    for (const child of started.holders) kill(child);
  });
  return started;
}

describe("after a daemon whose FIFOs were removed, the next one", () => {
  test.each(["what is left is looked for", "the process is taken over"])(
    "goes on without a line lost when %s, and leaves no holder",
    async (how) => {
      const setting = setUp();
      const holder = await leave(setting);
      const { capture, troubles } = next(setting.folder);
      const pid = servicePid(setting.folder);
      const output = outputTo(setting.log);
      if (how === "the process is taken over") await capture.resume("service", output, pid);
      else await capture.restore(new Map([["service", output]]));
      writeFileSync(setting.go, "");
      await waitUntil(() => !isAlive(pid));
      await capture.drain("service");
      expect(readFileSync(setting.log, "utf8") === expected).toBe(true);
      expect(troubles.size).toBe(0);
      capture.release("service");
      await waitUntil(() => !isAlive(holder));
    },
  );

  test("takes a process over whose holder has ended, too, and has what it writes held again", async () => {
    const setting = setUp();
    const holder = await leave(setting);
    process.kill(holder, "SIGKILL");
    await waitUntil(() => !isAlive(holder));
    const { capture } = next(setting.folder);
    const pid = servicePid(setting.folder);
    await capture.resume("service", outputTo(setting.log), pid);
    const [again = 0] = holders(setting.fifos);
    expect(heldFifos(again, setting.fifos).size).toBe(1);
    writeFileSync(setting.go, "");
    await waitUntil(() => !isAlive(pid));
    await capture.drain("service");
    expect(readFileSync(setting.log, "utf8") === expected).toBe(true);
  });

  test("finds what it writes to in a folder that was moved", async () => {
    const setting = setUp();
    await leave(setting, () => {
      mkdirSync(join(setting.folder, "away"));
      renameSync(setting.fifos, join(setting.folder, "away", "fifos"));
    });
    const { capture } = next(setting.folder);
    const pid = servicePid(setting.folder);
    await capture.resume("service", outputTo(setting.log), pid);
    writeFileSync(setting.go, "");
    await waitUntil(() => !isAlive(pid));
    await capture.drain("service");
    expect(readFileSync(setting.log, "utf8") === expected).toBe(true);
  });

  test("hands it on to yet another, and a new launch writes to a FIFO that has a name", async () => {
    const setting = setUp();
    await leave(setting);
    const output = outputTo(setting.log);
    const middle = startDaemon(setting.folder, "1");
    await waitUntil(() => ended(middle));
    expect(middle.signalCode).toBe("SIGKILL");
    const { capture, start } = next(setting.folder);
    await capture.restore(new Map([["service", output]]));
    const pid = servicePid(setting.folder);
    writeFileSync(setting.go, "");
    await waitUntil(() => !isAlive(pid));
    const child = await start("service", ["/bin/echo", "new"], { output });
    await waitUntil(() => ended(child));
    await capture.drain("service");
    expect(readFileSync(setting.log, "utf8") === `${expected}new\n`).toBe(true);
    expect(readdirSync(setting.fifos)).toContain("service.out");
  });
});

describe("a daemon whose folder of FIFOs is removed", () => {
  const loop = 'i=0; while :; do i=$((i+1)); echo "$i"; sleep 0.01; done';

  test("makes it again, with what the next one has to know", async () => {
    const folder = temporaryDirectory();
    const { capture, start, directory } = startCapture(folder);
    const log = join(folder, "out.log");
    const child = await start("a", ["/bin/sh", "-c", loop], { output: outputTo(log) });
    onTestFinished(() => kill(child));
    const [holder] = holders(directory);
    rmSync(directory, { recursive: true });
    await waitUntil(() => existsSync(join(directory, "logs.jsonl")));
    expect(holders(directory)).toEqual([holder]);
    expect(readFileSync(join(directory, "logs.jsonl"), "utf8")).toContain('["a.out"');
    await capture.close();
    // It is still written to.
    expect(isAlive(holder ?? 0)).toBe(true);
    const later = next(folder);
    await later.capture.restore(new Map([["a", outputTo(log)]]));
    const size = readFileSync(log).length;
    await waitUntil(() => readFileSync(log).length > size);
    kill(child);
    await waitUntil(() => ended(child));
    later.capture.release("a");
    await waitUntil(() => !isAlive(holder ?? 0));
    const lines = readFileSync(log, "utf8").trim().split("\n");
    expect(lines).toEqual(lines.map((_, index) => String(index + 1)));
  });

  test("has what is written held again when the holder ends", async () => {
    const folder = temporaryDirectory();
    const { start, directory } = next(folder);
    const log = join(folder, "out.log");
    const child = await start("a", ["/bin/sh", "-c", loop], { output: outputTo(log) });
    onTestFinished(() => kill(child));
    const [holder = 0] = holders(directory);
    rmSync(directory, { recursive: true });
    await waitUntil(() => existsSync(join(directory, "holders.json")));
    process.kill(holder, "SIGKILL");
    await waitUntil(() => holders(directory).some((pid) => pid !== holder));
    const [again = 0] = holders(directory);
    expect(heldFifos(again, directory).size).toBe(1);
  });
});
