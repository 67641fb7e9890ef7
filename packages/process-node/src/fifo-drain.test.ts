// What the Linux engine has launched is taken over by this one.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, constants, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DpmError } from "@dpm/errors";
import { formatStartIdentity, readProcEntry } from "@dpm/launch";
import type { Engine, Output } from "@dpm/process-core";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { createNodeEngine } from "./node-engine.ts";

const count = 300_000;
const expected = execFileSync("seq", ["1", String(count)], { maxBuffer: 1e8 }).toString();

interface Left {
  readonly folder: string;
  readonly fifos: string;
  readonly child: ChildProcess;
}

/** A process that writes more than its FIFO takes, which is held open and read by nobody. */
function leave(): Left {
  const folder = temporaryDirectory();
  const fifos = join(folder, "fifos");
  mkdirSync(fifos);
  const fifo = join(fifos, "web%2F1.out");
  execFileSync("mkfifo", [fifo]);
  const holder = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
  onTestFinished(() => closeSync(holder));
  const writeEnd = openSync(fifo, constants.O_WRONLY);
  const child = spawn("seq", ["1", String(count)], {
    stdio: ["ignore", writeEnd, writeEnd],
    detached: true,
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  closeSync(writeEnd);
  return { folder, fifos, child };
}

function outputTo(path: string): Output {
  const limits = { maxBytes: null, maxAgeMs: null, backups: 0, totalBytes: null, compress: false };
  return { capture: "pipe", stdoutFile: path, stderrFile: path, ...limits };
}

interface Adopted {
  readonly engine: Engine;
  readonly told: (readonly [string, DpmError | null])[];
}

async function adopt({ fifos, child }: Left, log: string): Promise<Adopted> {
  const told: (readonly [string, DpmError | null])[] = [];
  const engine = createNodeEngine({
    captureDirectory: fifos,
    trouble: (name, error) => void told.push([name, error]),
  });
  onTestFinished(() => engine.close());
  const pid = child.pid ?? 0;
  const { startTicks = "" } = readProcEntry(pid) ?? {};
  const startIdentity = formatStartIdentity({ startTicks, token: null });
  await engine.adopt(
    "web/1",
    { pid, startIdentity, startedAt: Date.now() },
    { exited: () => {}, output: outputTo(log) },
  );
  return { engine, told };
}

const ended = ({ child }: Left): boolean => child.exitCode !== null;

test.skipIf(process.platform !== "linux").each(["is there", "was removed"])(
  "what a FIFO holds whose name %s is moved to the log, and nobody stands still",
  async (how) => {
    const left = leave();
    const log = join(left.folder, "out.log");
    if (how === "was removed") rmSync(left.fifos, { recursive: true });
    await adopt(left, log);
    await waitUntil(() => ended(left));
    await waitUntil(() => readFileSync(log).length >= expected.length);
    expect(readFileSync(log, "utf8") === expected).toBe(true);
  },
);

test.skipIf(process.platform !== "linux")(
  "a log that can't be written is told, and holds nobody up",
  async () => {
    const left = leave();
    const log = join(left.folder, "missing", "out.log");
    const { told } = await adopt(left, log);
    await waitUntil(() => ended(left));
    await waitUntil(() => told.length > 1);
    expect(told[0]?.[0]).toBe(`log ${log}`);
    expect(told[0]?.[1]?.message).toContain("ENOENT");
    // There is nobody any more who would write there.
    expect(told.at(-1)).toEqual([`log ${log}`, null]);
  },
);
