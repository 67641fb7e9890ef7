// Somebody removes or replaces what a running daemon writes to.
import type { ChildProcess } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { join } from "node:path";
import { LaunchError } from "@dpm/launch";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { kill, outputTo, startCapture, type TestCapture } from "./testing/captured-service.ts";

const loop = 'i=0; while :; do i=$((i+1)); echo "$i"; sleep 0.01; done';

interface Writing extends TestCapture {
  readonly folder: string;
  readonly logs: string;
  readonly log: string;
  readonly child: ChildProcess;
}

async function startWriting(): Promise<Writing> {
  const folder = temporaryDirectory();
  const logs = join(folder, "logs");
  const log = join(logs, "a.out.log");
  const started = startCapture(folder);
  const output = outputTo(log);
  const child = await started.start("a", ["/bin/sh", "-c", loop], { output });
  onTestFinished(async () => {
    kill(child);
    await started.capture.close();
    for (const holder of started.holders) kill(holder);
  });
  await waitUntil(() => size(log) > 0);
  return { ...started, folder, logs, log, child };
}

const size = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
const linesOf = (path: string): readonly number[] =>
  readFileSync(path, "utf8").trim().split("\n").map(Number);

test("the daemon's own folder of logs is made again, closed to others, and output goes on in it", async () => {
  const { logs, log, troubles } = await startWriting();
  expect(statSync(logs).mode & 0o7777).toBe(0o700);
  rmSync(logs, { recursive: true });
  await waitUntil(() => existsSync(log) && linesOf(log).length > 5);
  expect(statSync(logs).mode & 0o7777).toBe(0o700);
  const [first = 0, ...others] = linesOf(log);
  expect(others).toEqual(others.map((_, index) => first + 1 + index));
  expect(troubles.size).toBe(0);
});

test("it is made again at once on request", async () => {
  const { capture, logs, log } = await startWriting();
  rmSync(logs, { recursive: true });
  await capture.reopen();
  expect(existsSync(log)).toBe(true);
});

test("it is made again by a launch", async () => {
  const { capture, logs } = await startWriting();
  rmSync(logs, { recursive: true });
  (await capture.open("b", outputTo(join(logs, "b.out.log")), null)).close();
  expect(readdirSync(logs)).toContain("b.out.log");
});

test("another folder is never made", async () => {
  const { capture, folder } = await startWriting();
  const output = outputTo(join(folder, "other", "b.out.log"));
  await expect(capture.open("b", output, null)).rejects.toBeInstanceOf(LaunchError);
  expect(existsSync(join(folder, "other"))).toBe(false);
});

test("a link in its place is not followed, and told; what was written meanwhile is there when it is gone", async () => {
  const { folder, logs, log, troubles } = await startWriting();
  const target = join(folder, "target");
  mkdirSync(target);
  renameSync(logs, join(folder, "away"));
  symlinkSync(target, logs);
  await waitUntil(() => troubles.has(`log ${log}`));
  expect(troubles.get(`log ${log}`)?.message).toContain("ELOOP");
  expect(readdirSync(target)).toEqual([]);
  const last = linesOf(join(folder, "away", "a.out.log")).at(-1) ?? 0;
  unlinkSync(logs);
  await waitUntil(() => size(log) > 0 && !troubles.has(`log ${log}`));
  expect(linesOf(log)[0]).toBe(last + 1);
  expect(readdirSync(target)).toEqual([]);
});

test("a link in the place of a log is not followed, and told", async () => {
  const { folder, log, troubles } = await startWriting();
  const target = join(folder, "target");
  rmSync(log);
  symlinkSync(target, log);
  await waitUntil(() => troubles.has(`log ${log}`));
  expect(troubles.get(`log ${log}`)?.message).toContain("ELOOP");
  expect(existsSync(target)).toBe(false);
  unlinkSync(log);
  await waitUntil(() => size(log) > 0 && !troubles.has(`log ${log}`));
});
