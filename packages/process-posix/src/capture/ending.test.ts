import { spawn } from "node:child_process";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";

const fixture = new URL("../../fixtures/capture-ending.ts", import.meta.url).pathname;

test.each([
  ["exit", 7],
  ["throw", 1],
  ["reject", 1],
  ["terminate", 0],
  ["close", 0],
  ["return", 0],
  ["starts", 0],
])("a program whose pump's thread sleeps ends within a second by %s", async (how, status) => {
  const child = spawn(process.execPath, [fixture, temporaryDirectory(), how], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let ready = 0;
  child.stdout.once("data", () => (ready = performance.now()));
  await waitUntil(() => child.exitCode !== null || child.signalCode !== null);
  expect(ready).toBeGreaterThan(0);
  expect(performance.now() - ready).toBeLessThan(1000);
  expect([child.exitCode, child.signalCode]).toEqual([status, null]);
});

test("a thread that dies is started again, and nothing that was written is lost", async () => {
  const folder = temporaryDirectory();
  const child = spawn(process.execPath, [fixture, folder, "thread-death"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  child.stdout.on("data", (text) => (told += String(text)));
  await waitUntil(() => child.exitCode !== null || child.signalCode !== null);
  expect(told).toBe(
    `ready\nERR_DPM_PROCESS_LOG_CAPTURE\nhealed\n${JSON.stringify("before\nafter\n")}\n`,
  );
});
