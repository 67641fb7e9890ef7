import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isAlive, startProgram, temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { describe, expect, onTestFinished, test } from "vitest";
import { program, start } from "../fixtures/program.ts";
import { openCgroups } from "./cgroups.ts";
import { createPosixEngine } from "./posix-engine.ts";

const isRoot = process.getuid?.() === 0;
const canUnshare = isRoot && existsSync("/usr/bin/unshare");
const ownPids = ["/usr/bin/unshare", "-pfm", "--mount-proc", "--kill-child"];

// Each in a process of its own, since it is about what the engine's process is and was started with.
async function run(
  name: string,
  prefix: readonly string[] = [],
): Promise<{ readonly code: number | null; readonly text: string }> {
  const path = fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
  const [first, ...rest] = [...prefix, process.execPath, path];
  const started = startProgram([first ?? process.execPath, ...rest]);
  const { code } = await started.ended;
  return { code, text: started.stdout() + started.stderr() };
}

describe("a child of an engine", () => {
  test("has nothing of descriptors 9 and 1500 that were open before the daemon, no signal ignored or blocked, and its own limits", async () => {
    const { text } = await run("clean-child.ts", [
      "/bin/bash",
      "-c",
      'exec 9</etc/passwd; ulimit -n 2000; exec 1500</etc/passwd; trap "" HUP USR2; exec "$@"',
      "bash",
    ]);
    expect(text).toBe("0,1,2 0 0 1024:2000\n0,1,2 0 0 256:2000\n");
  });

  test.runIf(canUnshare)("whose number another one has by now is never signalled", async () => {
    const { text } = await run("reused-number.ts", ownPids);
    expect(text).toBe("true: innocent lives\nfalse: innocent lives\n");
  });
});

test.runIf(canUnshare)(
  "as PID 1 it reaps the orphans of everybody, and nothing that Node started itself",
  async () => {
    const { text } = await run("first-process.ts", ownPids);
    const codes = Array.from({ length: 20 }, (_, code) => code).join(",");
    expect(text).toBe(`1 {"kind":"exited","code":7}\n${codes}\nzombies: 0\n`);
  },
);

test("a thousand starts leave the event loop to others all the time, and all can be ended", async () => {
  const { text } = await run("many-starts.ts");
  const { turns, left } = JSON.parse(text) as { turns: number; left: number };
  expect(left).toBe(0);
  // Slices are 8 ms and one start, however long that takes; a busy machine only makes more of them.
  expect(turns).toBeGreaterThan(40);
});

test("a process that was halted acts on the signal of a stop", async () => {
  const engine = createPosixEngine({
    instanceId: `halted-${process.pid}`,
    captureDirectory: join(temporaryDirectory(), "capture"),
  });
  onTestFinished(() => engine.close());
  const { instance, ended } = await start(engine, program(["sleep", "1000"]));
  expect(engine.signal(instance, "SIGSTOP")).toEqual({ kind: "sent" });
  await waitUntil(() => / T /.test(readFileSync(`/proc/${instance.pid}/stat`, "latin1")), {
    what: "the halt",
  });
  expect(engine.signalTree(instance, "SIGTERM")).toEqual({ kind: "sent" });
  expect(await ended).toMatchObject({ kind: "signalled", signal: "SIGTERM" });
});

test.runIf(isRoot)(
  "a launch through helpers that is over while the engine closes is answered at once",
  async () => {
    const engine = createPosixEngine({
      instanceId: `closing-${process.pid}`,
      captureDirectory: join(temporaryDirectory(), "capture"),
    });
    const nice = { ...program(["/bin/true"]), nice: 5 };
    const spawned = engine.spawn("a", nice, { exited: () => {} });
    // Begun, and not over: everything after this moment happens while the engine closes.
    await new Promise((resolve) => void setImmediate(resolve));
    const begun = performance.now();
    await engine.close();
    await spawned;
    expect(performance.now() - begun).toBeLessThan(5_000);
  },
  20_000,
);

test("two daemons with the same ids never end or find what is the other's", async () => {
  const folder = temporaryDirectory();
  const path = fileURLToPath(new URL("../fixtures/same-ids.ts", import.meta.url));
  const other = startProgram([process.execPath, path]);
  const pid = await waitUntil(() => Number(/^(\d+)$/m.exec(other.stdout())?.[1]), {
    what: "the other daemon's process",
  });
  const engine = createPosixEngine({
    instanceId: `one-${process.pid}`,
    captureDirectory: join(folder, "capture"),
  });
  onTestFinished(() => engine.close());
  const launch = engine.nextLaunch();
  const mine = await start(engine, program(["sleep", "1000"]));
  expect(await engine.find([launch])).toEqual(new Map());
  expect(await engine.killTree(mine.instance)).toEqual({ kind: "empty" });
  expect(isAlive(pid)).toBe(true);
  await other.end();
  process.kill(pid, "SIGKILL");
});

describe.runIf(existsSync("/usr/bin/python3"))("a program that rewrites its title", () => {
  test.runIf(openCgroups(`probe-${process.pid}`) !== null)(
    "is ended with a grandchild in a session of its own that does so and ignores SIGTERM",
    async () => {
      const folder = temporaryDirectory();
      const engine = createPosixEngine({
        instanceId: `title-${process.pid}`,
        captureDirectory: join(folder, "capture"),
      });
      onTestFinished(() => engine.close());
      const script = fileURLToPath(new URL("../fixtures/rewrites-title.py", import.meta.url));
      const file = join(folder, "grandchild");
      const { instance } = await start(engine, program(["python3", script, file]));
      const grandchild = await waitUntil(
        () => existsSync(file) && Number(readFileSync(file, "utf8")),
        { what: "the grandchild" },
      );
      expect(readFileSync(`/proc/${grandchild}/environ`, "latin1")).not.toContain("PMD_LAUNCH");
      expect(engine.signalTree(instance, "SIGTERM")).toEqual({ kind: "sent" });
      expect(await engine.killTree(instance)).toEqual({ kind: "empty" });
      expect([instance.pid, grandchild].filter(isAlive)).toEqual([]);
    },
  );
});
