import { execFileSync } from "node:child_process";
import {
  closeSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { hasCode } from "@dpm/errors";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { describe, expect, onTestFinished, test } from "vitest";
import { kill, outputTo, startCapture, type TestCapture } from "./testing/captured-service.ts";

const canMount = process.getuid?.() === 0;

interface SmallDisk extends TestCapture {
  readonly folder: string;
  readonly disk: string;
  readonly log: string;
  /** Takes all room but this. */
  readonly fill: (leftBytes: number) => void;
  readonly makeRoom: () => void;
}

function setUp(): SmallDisk {
  const [folder, disk] = [temporaryDirectory(), temporaryDirectory()];
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", disk]);
  const started = startCapture(folder);
  onTestFinished(async () => {
    await started.capture.close();
    // They outlive the capture by design as long as something may write, as in a test that failed.
    for (const holder of started.holders) kill(holder);
    execFileSync("umount", [disk]);
  });
  const ballast = join(disk, "ballast");
  return {
    ...started,
    folder,
    disk,
    log: join(disk, "out.log"),
    fill: (leftBytes) => {
      const size = writeUntilFull(ballast);
      truncateSync(ballast, Math.max(0, size - leftBytes));
    },
    makeRoom: () => rmSync(ballast),
  };
}

/**
 * Writes until the disk has no room, and says how much that was. Asking the disk first would not do: the capture
 * writes there too (the log's time index), between the question and the write.
 */
function writeUntilFull(path: string): number {
  const file = openSync(path, "w");
  const block = Buffer.alloc(4096);
  try {
    for (let size = 0; ;) {
      try {
        size += writeSync(file, block);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
        return size;
      }
    }
  } finally {
    closeSync(file);
  }
}

const shell = (script: string): readonly string[] => ["/bin/sh", "-c", script];
const linesOf = (log: string): readonly string[] => readFileSync(log, "latin1").split("\n");

describe.skipIf(!canMount)("on a full disk (needs root, to mount a small one)", () => {
  test("a writer that stays within what its FIFO takes loses nothing, and the trouble heals by itself", async () => {
    const { capture, start, troubles, folder, log, fill, makeRoom } = setUp();
    const go = join(folder, "go");
    const wait = `while ! test -e ${go}; do sleep 0.01; done`;
    const child = await start("a", shell(`echo 1; ${wait}; seq 2 3000; exec sleep 100`), {
      output: outputTo(log),
    });
    onTestFinished(() => kill(child));
    await waitUntil(() => (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0);
    fill(0);
    writeFileSync(go, "");
    const name = `log ${log}`;
    await waitUntil(() => troubles.has(name));
    expect(hasCode(troubles.get(name), "ERR_DPM_PROCESS_LOG_UNWRITABLE")).toBe(true);
    expect(troubles.get(name)).toMatchObject({ details: { path: log, errno: "ENOSPC" } });
    makeRoom();
    await waitUntil(() => !troubles.has(name));
    await capture.drain("a");
    expect(linesOf(log).slice(0, -1)).toEqual(
      Array.from({ length: 3000 }, (_, index) => String(index + 1)),
    );
    expect(capture.dropped("a")).toBeNull();
  });

  test("a writer at full speed is never held up: what is dropped are whole lines, and they are counted", async () => {
    const { capture, start, troubles, log, fill, makeRoom } = setUp();
    fill(100_000);
    const total = 1_500_000;
    const child = await start("a", ["seq", "1", String(total)], { output: outputTo(log) });
    await waitUntil(() => child.exitCode !== null, { deadlineMs: 30_000 });
    const name = `log ${log}`;
    await waitUntil(() => troubles.has(name) && capture.dropped("a") !== null);
    makeRoom();
    await waitUntil(() => !troubles.has(name));
    const again = await start("a", ["seq", "1", "10"], { output: outputTo(log) });
    await waitUntil(() => again.exitCode !== null);
    await capture.drain("a");
    const lines = linesOf(log);
    expect(lines.slice(-12)).toEqual([
      String(total),
      ...Array.from({ length: 10 }, (_, index) => String(index + 1)),
      "",
    ]);
    const stored = lines.slice(0, -11).map(Number);
    const jump = stored.findIndex((number, index) => number !== index + 1);
    // The line at which the disk was full may be there in part, with an end that it was given; all others are whole.
    const isPartial = (stored[jump] ?? 0) + 1 !== stored[jump + 1];
    const after = stored.slice(isPartial ? jump + 1 : jump);
    expect(after.every((number, index) => number === (after[0] ?? 0) + index)).toBe(true);
    const dropped = capture.dropped("a");
    expect(dropped?.lines).toBe(total - jump - after.length);
    const written = execFileSync("seq", ["1", String(total)], { maxBuffer: 1e8 }).length + 21;
    expect((dropped?.bytes ?? 0) + statSync(log).size - (isPartial ? 1 : 0)).toBe(written);
  });

  test("a process can be started whose log can't even be made", async () => {
    const { start, capture, troubles, disk, log, fill, makeRoom } = setUp();
    fill(0);
    // Every inode as well: an empty file takes no room.
    execFileSync("mount", ["-o", "remount,nr_inodes=2", disk]);
    const child = await start("a", shell("echo hello"), { output: outputTo(log) });
    await waitUntil(() => child.exitCode === 0);
    expect(troubles.has(`log ${log}`)).toBe(true);
    execFileSync("mount", ["-o", "remount,nr_inodes=100", disk]);
    makeRoom();
    await waitUntil(() => troubles.size === 0);
    await capture.drain("a");
    expect(readFileSync(log, "latin1")).toBe("hello\n");
  });
});
