import { execFileSync } from "node:child_process";
import { readProcEntry } from "@dpm/launch";
import type { ExitReport } from "@dpm/process-core";
import { waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { watchStranger } from "./watch-stranger.ts";

/** A process that is nobody's child here. */
function stranger(): { readonly pid: number; readonly startTicks: string } {
  const pid = Number(execFileSync("/bin/sh", ["-c", "sleep 100 >/dev/null 2>&1 & echo $!"]));
  onTestFinished(() => end(pid));
  return { pid, startTicks: readProcEntry(pid)?.startTicks ?? "" };
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}

test("where there is no descriptor to spare, who runs is not taken for gone, and its end is told once", async () => {
  const told: ExitReport[] = [];
  const watched: number[] = [];
  const { pid, startTicks } = stranger();
  const capture = { watchEnd: (fd: number): void => void watched.push(fd) };
  const watch = { exited: (report: ExitReport): void => void told.push(report) };
  expect(watchStranger({ pid, startTicks, capture, watch, limit: 8 })).toBe(true);
  expect([watched, told]).toEqual([[], []]);
  end(pid);
  await waitUntil(() => told.length > 0, { deadlineMs: 20_000 });
  expect(watchStranger({ pid, startTicks, capture, watch, limit: 8 })).toBe(false);
  expect(told.length).toBe(1);
});

test("who has the pid of one that is gone is not watched", () => {
  const { pid } = stranger();
  const capture = { watchEnd: (): never => expect.fail("it is another") };
  expect(watchStranger({ pid, startTicks: "1", capture, watch: { exited: () => {} } })).toBe(false);
});
