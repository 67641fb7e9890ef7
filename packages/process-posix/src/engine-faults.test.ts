import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isAlive, startProgram, temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { describe, expect, onTestFinished, test } from "vitest";
import { program, start } from "../fixtures/program.ts";
import { createPosixEngine } from "./posix-engine.ts";

const isRoot = process.getuid?.() === 0;
const pids = "/sys/fs/cgroup/pids";
const freezer = "/sys/fs/cgroup/freezer";
const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

/** A group of the first version of control groups, of this test alone; what is left in it at the end is killed. */
function groupIn(hierarchy: string): { readonly path: string; read(file: string): string } {
  const path = join(hierarchy, `dpm-test-${process.pid}-${Math.random().toString(36).slice(2)}`);
  mkdirSync(path);
  const read = (file: string): string => readFileSync(join(path, file), "utf8").trim();
  onTestFinished(async () => {
    if (hierarchy === freezer) writeFileSync(join(path, "freezer.state"), "THAWED");
    await waitUntil(
      () => {
        const left = read("cgroup.procs").split("\n").filter(Boolean).map(Number);
        for (const pid of left) if (isAlive(pid)) process.kill(pid, "SIGKILL");
        return left.length === 0;
      },
      { what: "an empty group" },
    );
    rmdirSync(path);
  }, 20_000);
  return { path, read };
}

async function run(argv: readonly [string, ...string[]]): Promise<string> {
  const started = startProgram(argv);
  await started.ended;
  return started.stdout() + started.stderr();
}

function createEngine(): ReturnType<typeof createPosixEngine> {
  const engine = createPosixEngine({
    instanceId: `faults-${process.pid}`,
    captureDirectory: join(temporaryDirectory(), "capture"),
  });
  onTestFinished(() => engine.close());
  return engine;
}

describe.runIf(isRoot && existsSync(join(pids, "cgroup.procs")))(
  "with a limit of processes",
  () => {
    test("a start that finds no room fails with what passes, and works when there is room", async () => {
      const group = groupIn(pids);
      const text = await run([process.execPath, fixture("no-process-left.ts"), group.path]);
      expect(text.split("\n")).toEqual([
        expect.stringMatching(/"errno":"EAGAIN".*"passing":true/),
        "spawned",
        '{"kind":"empty"}',
        '{"kind":"empty"}',
        "",
      ]);
    });

    test.runIf(existsSync("/usr/bin/python3"))(
      "a fork bomb that the limit contains is ended completely",
      { timeout: 60_000 },
      async () => {
        const group = groupIn(pids);
        const room = 60;
        writeFileSync(join(group.path, "pids.max"), String(room));
        const engine = createEngine();
        const script = `echo $$ > ${group.path}/cgroup.procs && exec python3 ${fixture("fork-bomb.py")}`;
        const { instance, ended } = await start(engine, program(["sh", "-c", script]));
        await waitUntil(() => Number(group.read("pids.current")) >= room - 2, { what: "the bomb" });
        expect(engine.signalTree(instance, "SIGTERM")).toEqual({ kind: "sent" });
        expect(await engine.killTree(instance)).toEqual({ kind: "empty" });
        await ended;
        expect(engine.isTreeAlive(instance)).toBe(false);
        // What was no child of this process is reaped by whoever took it.
        await waitUntil(() => group.read("cgroup.procs") === "", { what: "the last one to go" });
      },
    );
  },
);

test.runIf(isRoot && existsSync(join(freezer, "cgroup.procs")))(
  "what SIGKILL does not end is named as long as it lives, and ends as soon as it can",
  { timeout: 60_000 },
  async () => {
    // Frozen by the first version of control groups a process takes no signal at all, as in uninterruptible sleep.
    const group = groupIn(freezer);
    const engine = createEngine();
    const { instance, ended } = await start(engine, program(["sleep", "1000"]));
    writeFileSync(join(group.path, "cgroup.procs"), String(instance.pid));
    writeFileSync(join(group.path, "freezer.state"), "FROZEN");
    await waitUntil(() => group.read("freezer.state") === "FROZEN", { what: "the frost" });
    expect(await engine.killTree(instance)).toEqual({ kind: "survivors", pids: [instance.pid] });
    expect(engine.isTreeAlive(instance)).toBe(true);
    expect(isAlive(instance.pid)).toBe(true);
    writeFileSync(join(group.path, "freezer.state"), "THAWED");
    expect(await ended).toMatchObject({ kind: "signalled", signal: "SIGKILL" });
    expect(await engine.killTree(instance)).toEqual({ kind: "empty" });
    expect(engine.isTreeAlive(instance)).toBe(false);
  },
);

test.runIf(isRoot && existsSync("/usr/bin/setpriv"))(
  "without any privilege it starts, captures and stops",
  { timeout: 60_000 },
  async () => {
    const text = await run([
      "/usr/bin/setpriv",
      "--reuid=65534",
      "--regid=65534",
      "--clear-groups",
      "--bounding-set=-all",
      process.execPath,
      fixture("as-nobody.ts"),
    ]);
    expect(text.split("\n")).toEqual([
      '65534 "65534\\nup\\n"',
      'sent {"kind":"signalled","signal":"SIGTERM","coreDumped":false}',
      '{"kind":"empty"} false',
      "",
    ]);
  },
);
