import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, readProcessStat, temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { detach, type DetachOutcome } from "./detach.ts";

function detachScript(text: string, timeoutMs = 20_000): Promise<DetachOutcome> {
  const directory = temporaryDirectory();
  const script = join(directory, "daemon.mjs");
  writeFileSync(script, text);
  return detach({ script, words: [], logFile: join(directory, "log"), timeoutMs });
}

function endLater(pid: number): void {
  onTestFinished(async () => {
    if (isAlive(pid)) process.kill(pid, "SIGKILL");
    await waitUntil(() => !isAlive(pid));
  });
}

test("what says that it is ready runs on in a session of its own, and the starter is free", async () => {
  const outcome = await detachScript(`process.send({ kind: "ready" }); setInterval(() => {}, 1e6)`);
  const pid = outcome.kind === "ready" ? outcome.pid : 0;
  endLater(pid);
  expect(outcome.kind).toBe("ready");
  expect(readProcessStat(pid)).toMatchObject({ session: pid });
});

test("a failure comes with its text and exit code", async () => {
  const failed = { kind: "failed", exitCode: 78, text: "why" };
  expect(await detachScript(`process.send(${JSON.stringify(failed)})`)).toEqual(failed);
});

test("an end without a word is a failure that names the log", async () => {
  expect(await detachScript("process.exit(3)")).toMatchObject({
    kind: "failed",
    exitCode: 3,
    text: expect.stringContaining("/log") as string,
  });
  expect(await detachScript("")).toMatchObject({ kind: "failed", exitCode: 1 });
});

test("what it prints goes to the log", async () => {
  const directory = temporaryDirectory();
  const script = join(directory, "daemon.mjs");
  writeFileSync(script, `console.error("last words"); process.exit(1)`);
  await detach({ script, words: [], logFile: join(directory, "log") });
  expect(readFileSync(join(directory, "log"), "utf8")).toBe("last words\n");
});

test("one that is never ready is given up", async () => {
  const outcome = await detachScript("setInterval(() => {}, 1e6)", 300);
  if (outcome.kind === "timed-out") endLater(outcome.pid);
  expect(outcome).toMatchObject({ kind: "timed-out", error: { code: "ERR_DPM_DAEMON_NOT_READY" } });
});
