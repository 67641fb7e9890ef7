// What a daemon leaves behind when it is killed, and how the next one goes on.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isAlive, readProcessTable, temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { describe, expect, onTestFinished, test } from "vitest";
import { kill, outputTo, startCapture, type TestCapture } from "./testing/captured-service.ts";

const daemon = new URL("../../fixtures/capture-daemon.ts", import.meta.url).pathname;

interface Life {
  readonly maxBytes?: number;
  /** Kills itself once this much is in the log. */
  readonly dieAt?: number;
  readonly command?: string;
}

function start(folder: string, { maxBytes, dieAt, command }: Life): ChildProcess {
  const given = [folder, String(maxBytes ?? ""), String(dieAt ?? "")];
  const child = spawn(
    process.execPath,
    [daemon, ...given, ...(command === undefined ? [] : [command])],
    {
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

async function end(child: ChildProcess): Promise<string> {
  await waitUntil(() => child.exitCode !== null || child.signalCode !== null, {
    deadlineMs: 40_000,
  });
  return child.signalCode ?? String(child.exitCode);
}

function setUp(): { readonly folder: string; readonly log: string } {
  const folder = temporaryDirectory();
  onTestFinished(() => {
    for (const pid of holdersOf(folder)) process.kill(pid, "SIGKILL");
  });
  return { folder, log: join(folder, "out.log") };
}

const servicePid = (folder: string): number => Number(readFileSync(join(folder, "pid"), "utf8"));

function readRotated(log: string): string {
  let all = readFileSync(log, "latin1");
  for (let number = 1; existsSync(`${log}.${number}`); number++)
    all = readFileSync(`${log}.${number}`, "latin1") + all;
  return all;
}

function holdersOf(folder: string): readonly number[] {
  return readProcessTable()
    .map(({ pid }) => pid)
    .filter((pid) => {
      try {
        return (
          readFileSync(`/proc/${pid}/comm`, "latin1") === "sleep\n" &&
          readdirSync(`/proc/${pid}/fd`).some(
            (fd) =>
              Number(fd) > 2 &&
              readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith(join(folder, "fifos")),
          )
        );
      } catch {
        return false;
      }
    });
}

test.each([undefined, 300_000])(
  "killed again and again while numbered lines come at full speed, nothing is lost or doubled (rotation at %s)",
  async (maxBytes) => {
    const { folder, log } = setUp();
    const rotation = maxBytes === undefined ? {} : { maxBytes };
    const first = start(folder, { ...rotation, dieAt: 200_000, command: "exec seq 1 1500000" });
    expect(await end(first)).toBe("SIGKILL");
    const pid = servicePid(folder);
    for (const dieAt of [1_500_000, 3_000_000, 5_000_000]) {
      expect(isAlive(pid)).toBe(true);
      expect(holdersOf(folder).length).toBe(1);
      expect(await end(start(folder, { ...rotation, dieAt }))).toBe("SIGKILL");
    }
    expect(await end(start(folder, rotation))).toBe("0");
    const expected = execFileSync("seq", ["1", "1500000"], { maxBuffer: 1e8 }).toString("latin1");
    expect(readRotated(log) === expected).toBe(true);
    expect(holdersOf(folder)).toEqual([]);
    expect(existsSync(join(folder, "fifos"))).toBe(false);
  },
);

test("the last words of a process that ends while no daemon is there are in its log afterwards", async () => {
  const { folder, log } = setUp();
  const go = join(folder, "go");
  const command = `echo first; while ! test -e ${go}; do sleep 0.01; done; echo last words; printf end`;
  expect(await end(start(folder, { dieAt: 1, command }))).toBe("SIGKILL");
  const pid = servicePid(folder);
  writeFileSync(go, "");
  await waitUntil(() => !isAlive(pid));
  expect(readFileSync(log, "latin1")).toBe("first\n");
  expect(await end(start(folder, {}))).toBe("0");
  expect(readFileSync(log, "latin1")).toBe("first\nlast words\nend");
});

describe("what is no longer configured", () => {
  const removed = (folder: string): TestCapture => {
    const next = startCapture(folder);
    onTestFinished(() => next.capture.close());
    return next;
  };

  test("has its last words in the log that it had, and leaves nothing behind", async () => {
    const { folder, log } = setUp();
    const go = join(folder, "go");
    const command = `echo first; while ! test -e ${go}; do sleep 0.01; done; echo last words`;
    expect(await end(start(folder, { dieAt: 1, command }))).toBe("SIGKILL");
    const pid = servicePid(folder);
    writeFileSync(go, "");
    await waitUntil(() => !isAlive(pid));
    const { capture, directory } = removed(folder);
    await capture.restore(new Map());
    expect(readFileSync(log, "latin1")).toBe("first\nlast words\n");
    expect(readdirSync(directory)).not.toContain("service.out");
  });

  test("is captured on into that log, rotated as before, until it has ended, and then let go of", async () => {
    const { folder, log } = setUp();
    const go = join(folder, "go");
    const command = `echo first; while ! test -e ${go}; do sleep 0.01; done; seq 1 1000; echo end`;
    expect(await end(start(folder, { dieAt: 1, maxBytes: 1000, command }))).toBe("SIGKILL");
    const { capture, directory } = removed(folder);
    await capture.restore(new Map());
    // As when it is taken over.
    await capture.resume("service", null, null);
    expect(readdirSync(directory)).toContain("service.out");
    writeFileSync(go, "");
    await waitUntil(() => !readdirSync(directory).includes("service.out"));
    const counted = execFileSync("seq", ["1", "1000"]).toString("latin1");
    expect(readRotated(log)).toBe(`first\n${counted}end\n`);
    expect(existsSync(`${log}.1`)).toBe(true);
    await waitUntil(() => holdersOf(folder).length === 0);
  });

  test("and is again before it has ended keeps what it writes to", async () => {
    const { folder, log } = setUp();
    const go = join(folder, "go");
    const command = `echo first; while ! test -e ${go}; do sleep 0.01; done; echo old`;
    expect(await end(start(folder, { dieAt: 1, command }))).toBe("SIGKILL");
    const pid = servicePid(folder);
    const { capture, start: launch, directory } = removed(folder);
    await capture.restore(new Map());
    const other = join(folder, "other.log");
    const child = await launch("service", ["/bin/sh", "-c", "echo new; exec sleep 100"], {
      output: outputTo(other),
    });
    onTestFinished(() => kill(child));
    writeFileSync(go, "");
    await waitUntil(() => !isAlive(pid));
    await waitUntil(() => readFileSync(other, "latin1").includes("old"));
    expect(readFileSync(log, "latin1")).toBe("first\n");
    expect(readFileSync(other, "latin1").split("\n").toSorted()).toEqual(["", "new", "old"]);
    expect(readdirSync(directory)).toContain("service.out");
  });

  test("goes nowhere when its log is not known, and holds nobody up", async () => {
    const { folder, log } = setUp();
    const command = "echo first; seq 1 1000000; echo end";
    expect(await end(start(folder, { dieAt: 1, command }))).toBe("SIGKILL");
    const pid = servicePid(folder);
    writeFileSync(join(folder, "fifos", "logs.jsonl"), '["service.out", 7]\n["torn');
    const size = statSync(log).size;
    await removed(folder).capture.restore(new Map());
    await waitUntil(() => !isAlive(pid));
    expect(statSync(log).size).toBe(size);
  });
});

test("a holder that the record does not name is found, and none is left behind", async () => {
  const { folder } = setUp();
  const command = "echo up; exec sleep 300";
  expect(await end(start(folder, { dieAt: 1, command }))).toBe("SIGKILL");
  const pid = servicePid(folder);
  expect(holdersOf(folder).length).toBe(1);
  const record = join(folder, "fifos", "holders.json");
  writeFileSync(record, readFileSync(record, "utf8").slice(0, 9));
  // Its log is long enough at once, so this one dies as well, and has found the holder before.
  expect(await end(start(folder, { dieAt: 1 }))).toBe("SIGKILL");
  expect(holdersOf(folder).length).toBe(1);
  process.kill(pid, "SIGKILL");
  await waitUntil(() => !isAlive(pid));
  expect(await end(start(folder, {}))).toBe("0");
  expect(holdersOf(folder)).toEqual([]);
});

test("a log stays whole when its daemon is killed over a line without an end", async () => {
  const { folder, log } = setUp();
  const go = join(folder, "go");
  const command = `printf half; while ! test -e ${go}; do sleep 0.01; done; echo ' and half'`;
  expect(await end(start(folder, { dieAt: 1, command, maxBytes: 2 }))).toBe("SIGKILL");
  const next = start(folder, { maxBytes: 100 });
  writeFileSync(go, "");
  expect(await end(next)).toBe("0");
  expect(readRotated(log)).toBe("half and half\n");
  expect(statSync(log).size).toBeGreaterThan(0);
});
