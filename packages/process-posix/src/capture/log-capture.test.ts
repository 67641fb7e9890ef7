import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  appendFileSync,
  createReadStream,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { hasCode } from "@dpm/errors";
import { LaunchError } from "@dpm/launch";
import { isAlive, temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { describe, expect, onTestFinished, test } from "vitest";
import { kill, outputTo, startCapture, type TestCapture } from "./testing/captured-service.ts";

const isRoot = process.getuid?.() === 0;
const hasPython = ((): boolean => {
  try {
    execFileSync("python3", ["--version"]);
    return true;
  } catch {
    return false;
  }
})();

function setUp(): TestCapture & { readonly folder: string; readonly log: string } {
  const folder = temporaryDirectory();
  const started = startCapture(folder);
  onTestFinished(async () => {
    await started.capture.close();
    for (const holder of started.holders) kill(holder);
  });
  return { ...started, folder, log: join(folder, "out.log") };
}

const shell = (script: string): readonly string[] => ["/bin/sh", "-c", script];
const read = (path: string): string => readFileSync(path, "latin1");
const size = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** A log with its rotated files, oldest first. */
function readRotated(log: string): string {
  let all = read(log);
  for (let number = 1; existsSync(`${log}.${number}`); number++)
    all = read(`${log}.${number}`) + all;
  return all;
}

function numbers(count: number): string {
  return Array.from({ length: count }, (_, index) => `${index + 1}\n`).join("");
}

function ended(child: { readonly exitCode: number | null; readonly signalCode: unknown }): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

describe("what a process writes", () => {
  test("is in its log when it has ended and was drained; both streams in order where they are merged", async () => {
    const { capture, start, log } = setUp();
    const child = await start("a", shell("echo 1; echo 2 >&2; echo 3; echo 4 >&2"), {
      output: outputTo(log),
    });
    await waitUntil(() => ended(child));
    await capture.drain("a");
    expect(read(log)).toBe("1\n2\n3\n4\n");
  });

  test("goes to two logs where they are apart, and nowhere where none is wanted", async () => {
    const { start, capture, folder, log } = setUp();
    const errors = join(folder, "err.log");
    const script = shell("echo out; echo err >&2");
    const apart = await start("a", script, { output: outputTo(log, { stderrFile: errors }) });
    await waitUntil(() => ended(apart));
    await capture.drain("a");
    expect([read(log), read(errors)]).toEqual(["out\n", "err\n"]);
    const half = await start("a", script, { output: outputTo(log, { stderrFile: null }) });
    await waitUntil(() => ended(half));
    await capture.drain("a");
    expect([read(log), read(errors)]).toEqual(["out\nout\n", "err\n"]);
    const ends = await capture.open("b", outputTo(log, { capture: "none" }), null);
    expect(ends).toMatchObject({ stdout: "ignore", stderr: "ignore" });
  });

  test("is written by a descriptor that only writes, and of which no copy is left", async () => {
    const { start, log } = setUp();
    const child = await start("a", shell("exec sleep 100"), { output: outputTo(log) });
    const flags = /flags:\s+(\d+)/.exec(read(`/proc/${child.pid}/fdinfo/1`))?.[1] ?? "";
    expect(Number.parseInt(flags, 8) & 3).toBe(1);
    kill(child);
    await waitUntil(() => ended(child));
    expect(readdirSync(`/proc/self/fd`).filter((fd) => isWriteEnd(fd))).toEqual([]);
  });

  test("is exact for bytes of any kind", async () => {
    const { capture, start, folder, log } = setUp();
    const bytes = randomBytes(3 * 1024 * 1024);
    writeFileSync(join(folder, "bytes"), bytes);
    const child = await start("a", ["cat", join(folder, "bytes")], { output: outputTo(log) });
    await waitUntil(() => ended(child));
    await capture.drain("a");
    expect(readFileSync(log).equals(bytes)).toBe(true);
  });

  test("is exact for a line of 100 MiB, which costs no memory", async () => {
    const { capture, start, log } = setUp();
    const before = process.memoryUsage().rss;
    const child = await start(
      "a",
      shell("head -c 104857600 /dev/zero | tr '\\0' x; echo; echo end"),
      {
        output: outputTo(log, { maxBytes: 30 * 1024 * 1024 }),
      },
    );
    await waitUntil(() => ended(child), { deadlineMs: 50_000 });
    await capture.drain("a");
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024);
    const sum = createHash("sha1");
    let bytes = 0;
    const files = [log];
    for (let number = 1; existsSync(`${log}.${number}`); number++)
      files.unshift(`${log}.${number}`);
    for (const file of files)
      for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        sum.update(chunk);
      }
    const expected = createHash("sha1").update(Buffer.alloc(104857600, "x")).update("\nend\n");
    expect(bytes).toBe(104857600 + 5);
    expect(sum.digest("hex")).toBe(expected.digest("hex"));
  });

  test("of two processes with one log is written one after the other", async () => {
    const { capture, start, log } = setUp();
    const output = outputTo(log);
    const children = await Promise.all(
      ["a", "b"].map((id) =>
        start(id, shell(`for i in 1 2 3 4 5 6 7 8 9; do echo ${id}; done`), { output }),
      ),
    );
    await waitUntil(() => children.every(ended));
    await capture.drain("a");
    await capture.drain("b");
    expect(read(log).split("\n").toSorted().join("")).toBe(`${"a".repeat(9)}${"b".repeat(9)}`);
  });

  test.skipIf(!hasPython)("may be written by Python's asyncio", async () => {
    const { capture, start, log } = setUp();
    const program = `
import asyncio, sys
async def main():
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, sys.stdout)
    transport.set_write_buffer_limits(0)
    writer = asyncio.StreamWriter(transport, protocol, None, loop)
    for number in range(1, 20001):
        writer.write(f"{number}\\n".encode())
        await writer.drain()
    writer.close()
asyncio.run(main())`;
    const child = await start("a", ["python3", "-c", program], { output: outputTo(log) });
    await waitUntil(() => ended(child), { deadlineMs: 30_000 });
    await capture.drain("a");
    expect(read(log) === numbers(20_000)).toBe(true);
  });

  test.skipIf(!isRoot)(
    "may be written by /dev/stderr opened anew, as the service's user and as one it became",
    async () => {
      const { capture, start, log } = setUp();
      const nobody = { uid: 65534, gid: 65534 };
      const reopen = "echo once > /dev/stderr && echo again >> /dev/stdout";
      for (const owner of [nobody, null]) {
        const argv = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"];
        const child = await start("a", [...argv, ...shell(reopen)], {
          output: outputTo(log),
          owner,
        });
        await waitUntil(() => ended(child));
        expect(child.exitCode).toBe(0);
      }
      await capture.drain("a");
      expect(read(log)).toBe("once\nagain\nonce\nagain\n");
    },
  );
});

describe("rotation", () => {
  test("every few hundred kB at full speed loses and doubles nothing and cuts no line", async () => {
    const { capture, start, folder, log } = setUp();
    const output = outputTo(log, { maxBytes: 300_000, backups: 1000 });
    const child = await start("a", ["seq", "1", "500000"], { output });
    await waitUntil(() => ended(child), { deadlineMs: 30_000 });
    await capture.drain("a");
    expect(readRotated(log) === numbers(500_000)).toBe(true);
    const rotated = readdirSync(folder).filter((name) => /^out\.log\.\d+$/.test(name));
    expect(rotated.length).toBeGreaterThan(9);
    for (const name of rotated) {
      expect(read(join(folder, name)).endsWith("\n")).toBe(true);
      expect(size(join(folder, name))).toBeLessThanOrEqual(300_000);
    }
  });

  test("comes by age as well, without anything being written", async () => {
    const { start, log } = setUp();
    await start("a", shell("echo old; exec sleep 100"), {
      output: outputTo(log, { maxAgeMs: 100 }),
    }).then((child) => onTestFinished(() => kill(child)));
    await waitUntil(() => existsSync(`${log}.1`));
    expect([read(`${log}.1`), read(log)]).toEqual(["old\n", ""]);
    expect(existsSync(`${log}.2`)).toBe(false);
  });

  test("follows changed limits at once, and older files are compressed", async () => {
    const { capture, start, folder, log } = setUp();
    const go = join(folder, "go");
    const child = await start(
      "a",
      shell(`seq 1 1000; while ! test -e ${go}; do sleep 0.01; done; seq 1001 30000`),
      { output: outputTo(log) },
    );
    await waitUntil(() => size(log) === numbers(1000).length);
    capture.setOutput("a", outputTo(log, { maxBytes: 20_000, compress: true }));
    writeFileSync(go, "");
    await waitUntil(() => ended(child));
    await capture.drain("a");
    await waitUntil(() => existsSync(`${log}.2.gz`) && !existsSync(`${log}.2`));
    expect(size(`${log}.1`)).toBeGreaterThan(0);
  });
});

describe("a log", () => {
  test("that is a link, a FIFO or a second name of a file is refused, and nothing is left of the attempt", async () => {
    const { capture, directory, folder } = setUp();
    const target = join(folder, "target");
    writeFileSync(target, "precious");
    symlinkSync(target, join(folder, "link"));
    linkSync(target, join(folder, "hard"));
    execFileSync("mkfifo", [join(folder, "fifo")]);
    const failures: unknown[] = [];
    for (const name of ["link", "hard", "fifo", "none/log"]) {
      const opening = capture.open(name, outputTo(join(folder, name)), null);
      failures.push(await opening.catch((error: unknown) => error));
    }
    expect(failures.every((error) => error instanceof LaunchError)).toBe(true);
    const errors = failures.map((error) => (error instanceof LaunchError ? error.failure : null));
    expect(errors.map((failure) => failure?.stage)).toEqual(["log", "log", "log", "log"]);
    expect(errors.map((failure) => failure?.errno)).toEqual(["ELOOP", "EMLINK", "ENXIO", "ENOENT"]);
    expect(read(target)).toBe("precious");
    expect(readdirSync(directory)).toEqual(["logs.jsonl"]);
  });

  test("that was moved away is opened anew on request; what follows is in the new file", async () => {
    const { capture, start, folder, log } = setUp();
    const go = join(folder, "go");
    const child = await start(
      "a",
      shell(`echo 1; while ! test -e ${go}; do sleep 0.01; done; echo 2`),
      {
        output: outputTo(log),
      },
    );
    await waitUntil(() => size(log) === 2);
    renameSync(log, `${log}.moved`);
    await capture.reopen();
    expect(read(log)).toBe("");
    writeFileSync(go, "");
    await waitUntil(() => ended(child));
    await capture.drain("a");
    expect([read(`${log}.moved`), read(log)]).toEqual(["1\n", "2\n"]);
  });

  test("that was truncated by someone else has no hole", async () => {
    const { capture, start, folder, log } = setUp();
    const go = join(folder, "go");
    const child = await start(
      "a",
      shell(`echo 1; while ! test -e ${go}; do sleep 0.01; done; echo 2`),
      {
        output: outputTo(log),
      },
    );
    await waitUntil(() => size(log) === 2);
    truncateSync(log, 0);
    appendFileSync(log, "theirs\n");
    writeFileSync(go, "");
    await waitUntil(() => ended(child));
    await capture.drain("a");
    expect(read(log)).toBe("theirs\n2\n");
  });

  test("that was removed is noticed without a request", async () => {
    const { start, folder, log } = setUp();
    const child = await start("a", shell("while echo tick; do sleep 0.05; done"), {
      output: outputTo(log),
    });
    onTestFinished(() => kill(child));
    await waitUntil(() => size(log) > 0);
    renameSync(log, join(folder, "gone"));
    await waitUntil(() => size(log) > 0);
    expect(read(log)).toMatch(/^(tick\n)+$/);
  });
});

describe("the holder", () => {
  test("is one for all that are prepared, and FIFOs belong to the service and are closed to others", async () => {
    const { capture, directory, holders, log } = setUp();
    const owner = isRoot ? { uid: 65534, gid: 65534 } : null;
    const processes = Array.from({ length: 50 }, (_, index) => ({
      id: `p${index}`,
      output: outputTo(`${log}.${index}.log`),
      owner,
    }));
    await capture.prepare(processes);
    expect(holders.length).toBe(1);
    await Promise.all(
      processes.map(({ id, output, owner }) =>
        capture.open(id, output, owner).then((ends) => ends.close()),
      ),
    );
    expect(holders.length).toBe(1);
    expect(lstatSync(directory).mode & 0o777).toBe(0o700);
    const fifo = lstatSync(join(directory, "p7.out"));
    expect(fifo.isFIFO()).toBe(true);
    expect(fifo.uid).toBe(owner?.uid ?? process.getuid?.());
    expect(fifo.mode & 0o055).toBe(0o022 & 0o055);
    expect(lstatSync(`${log}.7.log`).uid).toBe(fifo.uid);
  });

  test("that was killed is made again, and the writer notices nothing", async () => {
    const { capture, start, directory, holders, folder, log } = setUp();
    const go = join(folder, "go");
    const child = await start(
      "a",
      shell(`echo 1; while ! test -e ${go}; do sleep 0.01; done; echo 2`),
      {
        output: outputTo(log),
      },
    );
    const [holder] = holders;
    if (holder === undefined) throw new Error("no holder");
    kill(holder);
    await waitUntil(() => holders.length === 2);
    expect(heldBy(holders[1]?.pid ?? 0)).toContain(join(directory, "a.out"));
    writeFileSync(go, "");
    await waitUntil(() => ended(child));
    expect(child.exitCode).toBe(0);
    await capture.drain("a");
    expect(read(log)).toBe("1\n2\n");
  });

  test("that can't be started is told as trouble and tried again; meanwhile the process runs", async () => {
    const folder = temporaryDirectory();
    let may = false;
    const { capture, start, troubles, holders } = startCapture(folder, () => may);
    const log = join(folder, "out.log");
    const child = await start("a", shell("echo runs; exec sleep 100"), { output: outputTo(log) });
    onTestFinished(async () => {
      kill(child);
      await waitUntil(() => ended(child));
      await capture.close();
    });
    expect(hasCode(troubles.get("log holder"), "ERR_DPM_PROCESS_LOG_HOLDER")).toBe(true);
    await waitUntil(() => size(log) > 0);
    may = true;
    await waitUntil(() => troubles.size === 0);
    expect(holders.length).toBe(1);
  });

  test("are never many: they are made one again, and none holds what is no longer there", async () => {
    const { capture, directory, holders, log } = setUp();
    for (let count = 0; count < 30; count++) {
      const ends = await capture.open(`p${count}`, outputTo(log), null);
      ends.close();
    }
    const living = () => holders.filter((holder) => !ended(holder));
    await waitUntil(() => living().length <= 8);
    const held = living().flatMap(({ pid = 0 }) => heldBy(pid));
    expect(new Set(held).size).toBe(30);
    for (let count = 0; count < 30; count++) capture.release(`p${count}`);
    await waitUntil(() => living().length === 0);
    expect(readdirSync(directory)).toEqual(["holders.json", "logs.jsonl"]);
  });
});

describe("letting go", () => {
  test("of a process moves what is left to its log and removes its FIFOs", async () => {
    const { capture, start, directory, log } = setUp();
    const child = await start("a", ["seq", "1", "20000"], { output: outputTo(log) });
    await waitUntil(() => ended(child));
    capture.release("a");
    await waitUntil(() => !existsSync(join(directory, "a.out")));
    await waitUntil(() => size(log) === numbers(20_000).length);
    await waitUntil(() => openFifos(directory).length === 0);
    expect(read(log) === numbers(20_000)).toBe(true);
  });

  test("of everything leaves what is still written to, with its holder, and nothing else", async () => {
    const folder = temporaryDirectory();
    const [log, other] = [join(folder, "a.log"), join(folder, "b.log")];
    const { capture, start, directory, holders } = startCapture(folder);
    const child = await start("a", shell("exec sleep 100"), { output: outputTo(log) });
    const gone = await start("b", shell("echo bye"), { output: outputTo(other) });
    await waitUntil(() => ended(gone));
    await capture.close();
    expect(read(other)).toBe("bye\n");
    expect(readdirSync(directory).toSorted()).toEqual(["a.out", "holders.json", "logs.jsonl"]);
    expect(
      holders.filter((holder) => !ended(holder) && heldBy(holder.pid ?? 0).length > 0).length,
    ).toBe(1);
    kill(child);
    await waitUntil(() => ended(child));
    const next = startCapture(folder);
    await next.capture.resume("a", outputTo(log), null);
    await next.capture.close();
    await waitUntil(() => holders.every(ended));
    expect(existsSync(directory)).toBe(false);
  });

  test("leaves last words to the next daemon, which stores them whether it takes the process over or not", async () => {
    const folder = temporaryDirectory();
    const [log, other] = [join(folder, "a.log"), join(folder, "b.log")];
    const fifos = join(folder, "fifos");
    // As a daemon leaves it that was killed before it has moved anything.
    const daemon = new URL("../../fixtures/capture-killed.ts", import.meta.url).pathname;
    spawnSync(process.execPath, [daemon, folder, "defined", "removed", "running"]);
    expect(readdirSync(fifos).filter((name) => name.endsWith(".out")).length).toBe(3);
    const pid = Number(read(join(folder, "running.pid")));
    const next = startCapture(folder);
    const outputs = { defined: outputTo(log), running: outputTo(other), unused: outputTo(log) };
    await next.capture.restore(new Map(Object.entries(outputs)));
    expect(read(log)).toBe("last words of defined\n");
    expect(read(other)).toBe("last words of running\n");
    expect(existsSync(join(folder, "removed.log"))).toBe(false);
    await waitUntil(() => !readdirSync(fifos).includes("removed.out"));
    expect(readdirSync(fifos).toSorted()).toEqual(["holders.json", "logs.jsonl", "running.out"]);
    process.kill(pid, "SIGKILL");
    await waitUntil(() => !isAlive(pid));
    await next.capture.close();
    expect(existsSync(fifos)).toBe(false);
    const holder = Number(read(join(folder, "holder.pid")));
    await waitUntil(() => !isAlive(holder));
  });

  test("of a folder that is another's is refused from the beginning", () => {
    const folder = temporaryDirectory();
    mkdirSync(join(folder, "elsewhere"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "fifos"));
    expect(() => startCapture(folder)).toThrow(/EPERM|EEXIST/);
  });

  test("a folder that was cleared away is made again by the next launch", async () => {
    const { capture, start, directory, log } = setUp();
    const output = outputTo(log);
    await capture.prepare([{ id: "a", output, owner: null }]);
    execFileSync("rm", ["-r", directory]);
    const child = await start("a", shell("echo here"), { output });
    await waitUntil(() => ended(child));
    await capture.drain("a");
    expect(read(log)).toBe("here\n");
  });
});

test("the end of a process that is not a child is told once", async () => {
  const { capture, start, log } = setUp();
  const { openPidfd } = await import("../native/pidfd.ts");
  const child = await start("a", shell("exec sleep 100"), { output: outputTo(log) });
  const pidfd = openPidfd(child.pid ?? 0);
  if (typeof pidfd === "string") throw new Error(pidfd);
  let count = 0;
  capture.watchEnd(pidfd, () => count++);
  await capture.drain("a");
  expect(count).toBe(0);
  kill(child);
  await waitUntil(() => count > 0);
  await capture.drain("a");
  expect(count).toBe(1);
  expect(isAlive(child.pid ?? 0)).toBe(false);
});

test("the main thread has no descriptor of what is captured, and only so many logs are open at a time", async () => {
  const { capture, directory, folder } = setUp();
  const before = heldBy(process.pid).length;
  const captured = Array.from({ length: 300 }, (_, index) => ({
    id: `p${index}`,
    output: outputTo(join(folder, `${index}.log`)),
    owner: null,
  }));
  await capture.prepare(captured);
  expect(heldBy(process.pid).length).toBe(before);
  expect(openFifos(directory).length).toBe(300);
  // As many logs as are open at a time; the others are there and closed.
  expect(openFifos(folder).length - 300).toBe(256);
  const ends = await capture.open("p0", captured[0]?.output ?? outputTo(folder), null);
  writeFileSync(Number(ends.stdout), "woken up\n");
  ends.close();
  await capture.drain("p0");
  expect(read(join(folder, "0.log"))).toBe("woken up\n");
});

test("the thread sleeps while nothing is written", async () => {
  const { capture, start, log } = setUp();
  const child = await start("a", shell("echo 1; exec sleep 100"), { output: outputTo(log) });
  onTestFinished(() => kill(child));
  await waitUntil(() => size(log) === 2);
  await capture.drain("a");
  // The time index has settled after 10 ms.
  await waitUntil(() => size(`${log}.idx`) > 0);
  const before = await steadyWakeUps();
  const end = performance.now() + 500;
  await waitUntil(() => performance.now() >= end);
  expect(wakeUps()).toBe(before);
});

function wakeUps(): string {
  for (const task of readdirSync("/proc/self/task")) {
    const status = read(`/proc/self/task/${task}/status`);
    if (status.startsWith("Name:\tlog capture")) return /^voluntary.*$/m.exec(status)?.[0] ?? "";
  }
  throw new Error("there is no such thread");
}

async function steadyWakeUps(): Promise<string> {
  let seen = "";
  await waitUntil(() => {
    const now = wakeUps();
    const isSteady = now === seen;
    seen = now;
    return isSteady;
  });
  return seen;
}

function isWriteEnd(fd: string): boolean {
  try {
    return (
      readlinkSync(`/proc/self/fd/${fd}`).endsWith(".out") &&
      /flags:\s+\d*1\n/.test(read(`/proc/self/fdinfo/${fd}`))
    );
  } catch {
    return false;
  }
}

// The descriptor that lists the folder is gone by then.
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}

function openFifos(directory: string): readonly string[] {
  return readdirSync("/proc/self/task")
    .flatMap((task) => pathsIn(`/proc/self/task/${task}/fd`))
    .filter((path) => path.startsWith(directory));
}

function heldBy(pid: number): readonly string[] {
  return pathsIn(`/proc/${pid}/fd`).filter((path) => /\.(out|err)$/.test(path));
}

function pathsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((fd) => Number(fd) > 2)
    .map((fd) => linkOf(join(folder, fd)));
}
