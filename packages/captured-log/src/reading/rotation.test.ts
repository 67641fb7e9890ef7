import {
  appendFileSync,
  closeSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { hasCode } from "@dpm/errors";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import * as fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { compressRotated } from "../compress-rotated.ts";
import { installCompressed } from "../install-compressed.ts";
import { openLogFile } from "../open-log-file.ts";
import { recoverLog, rotateLog, rotateThrough } from "../rotate-log.ts";
import { createTimeIndex } from "../time-index.ts";
import { followLog } from "./follow-log.ts";
import type { LogPiece, LogStart } from "./log-piece.ts";
import { readLog } from "./read-log.ts";

const limits = { maxBytes: 1, maxAgeMs: null, backups: 50, totalBytes: null, compress: true };

/** Writes and rotates as a pump does. */
function createWriter(path: string): {
  write(text: string): void;
  rotate(): void;
  close(): void;
} {
  let fd = openLogFile(path, null);
  return {
    write: (text) => void writeSync(fd, text, statSync(path).size),
    rotate() {
      fd = rotateLog(path, limits, fd);
    },
    close: () => closeSync(fd),
  };
}

const textOf = (piece: LogPiece): string =>
  piece.kind === "text" ? Buffer.from(piece.data).toString("latin1") : "";

async function read(path: string, lines = Number.POSITIVE_INFINITY): Promise<string> {
  let text = "";
  for await (const piece of readLog(path, { start: { lines, sinceUs: null }, times: false }))
    text += textOf(piece);
  return text;
}

interface Follower {
  text: string;
  /** Reads nothing while it is held. */
  hold: () => void;
  release: () => void;
  stop: () => Promise<void>;
}

function follow(path: string, lines = Number.POSITIVE_INFINITY): Follower {
  const controller = new AbortController();
  const start: LogStart = { lines, sinceUs: null };
  let gate = Promise.resolve();
  let release = (): void => {};
  const follower: Follower = {
    text: "",
    hold() {
      gate = new Promise((resolve) => (release = resolve));
    },
    release: () => release(),
    async stop() {
      controller.abort();
      release();
      await reading;
    },
  };
  const reading = (async () => {
    for await (const piece of followLog(path, { start, times: false, signal: controller.signal })) {
      follower.text += textOf(piece);
      await gate;
    }
  })();
  onTestFinished(follower.stop);
  return follower;
}

describe("compressed files", () => {
  test("are read like the others, but for the newest all are compressed", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const writer = createWriter(path);
    for (const number of [1, 2, 3, 4]) {
      writer.write(`line ${number}\n`);
      writer.rotate();
    }
    writer.write("line 5\n");
    await compressRotated(path);
    expect(await read(path)).toBe("line 1\nline 2\nline 3\nline 4\nline 5\n");
    installCompressed(path);
    for (const number of [2, 3, 4]) {
      expect(existsSync(`${path}.${number}`)).toBe(false);
      expect(gunzipSync(readFileSync(`${path}.${number}.gz`)).toString()).toBe(
        `line ${5 - number}\n`,
      );
      expect(statSync(`${path}.${number}.gz`).mode & 0o777).toBe(0o640);
    }
    expect(existsSync(`${path}.1`)).toBe(true);
    for (const [count, expected] of [
      [1, "line 5\n"],
      [3, "line 3\nline 4\nline 5\n"],
      [5, "line 1\nline 2\nline 3\nline 4\nline 5\n"],
      [9, "line 1\nline 2\nline 3\nline 4\nline 5\n"],
    ] as const)
      expect(await read(path, count)).toBe(expected);
    writer.rotate();
    expect(await read(path)).toBe("line 1\nline 2\nline 3\nline 4\nline 5\n");
    expect(existsSync(`${path}.5.gz`)).toBe(true);
    writer.close();
  });

  test("are read in the middle of lines, and so are those of another program", async () => {
    const path = join(temporaryDirectory(), "out.log");
    writeFileSync(`${path}.2.gz`, gzipSync("1\n2\n3a"));
    writeFileSync(`${path}.1`, "3b\n4\n");
    expect(await read(path, 2)).toBe("3a3b\n4\n");
    expect(await read(path, 3)).toBe("2\n3a3b\n4\n");
    expect(await read(path, 9)).toBe("1\n2\n3a3b\n4\n");
  });

  test("keep their times", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const writer = createWriter(path);
    for (const number of [1, 2, 3]) {
      writer.write(`${number}\n`);
      const index = createTimeIndex(path);
      index.note(2, number * 1_000_000);
      index.close();
      writer.rotate();
    }
    writer.close();
    await compressRotated(path);
    installCompressed(path);
    const times: (number | null)[] = [];
    const start = { lines: Number.POSITIVE_INFINITY, sinceUs: 2_000_000 };
    for await (const piece of readLog(path, { start, times: true })) times.push(piece.timeUs);
    expect(times).toEqual([2_000_000, 3_000_000]);
  });

  test("take only the place of the file that they were made of", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const writer = createWriter(path);
    for (const text of ["1\n", "2\n", "3\n"]) {
      writer.write(text);
      writer.rotate();
    }
    await compressRotated(path);
    // Changed after it was compressed: what was made of it is of no use.
    appendFileSync(`${path}.3`, "more\n");
    writer.rotate();
    writer.write("4\n");
    writer.rotate();
    expect(await read(path)).toBe("1\nmore\n2\n3\n4\n");
    await compressRotated(path);
    installCompressed(path);
    expect(await read(path)).toBe("1\nmore\n2\n3\n4\n");
    writer.close();
  });

  test("a damaged one is said to be unreadable", async () => {
    const path = join(temporaryDirectory(), "out.log");
    writeFileSync(`${path}.1.gz`, gzipSync("text\n".repeat(1000)).subarray(0, -20));
    const error: unknown = await read(path).catch((caught: unknown) => caught);
    expect(hasCode(error, "ERR_DPM_PROCESS_LOG_UNREADABLE")).toBe(true);
  });

  test("100 MiB in one line are harmless to memory", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const writer = createWriter(path);
    writer.write("before\n");
    const block = "x".repeat(1024 * 1024);
    for (let count = 0; count < 100; count++) writer.write(block);
    writer.write("\nafter\n");
    writer.rotate();
    writer.rotate();
    writer.write("last\n");
    writer.rotate();
    writer.close();
    await compressRotated(path);
    installCompressed(path);
    expect(existsSync(`${path}.2.gz`)).toBe(true);
    const before = process.memoryUsage().arrayBuffers;
    let [bytes, peak] = [0, 0];
    const options = { start: { lines: 3, sinceUs: null }, times: false };
    for await (const piece of readLog(path, options)) {
      bytes += textOf(piece).length;
      peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
    }
    expect(bytes).toBe(100 * block.length + "\nafter\nlast\n".length);
    expect(peak).toBeLessThan(64 * 1024 * 1024);
  }, 60_000);
});

describe("following over rotations", () => {
  test("tells every byte once, also of lines that are unfinished when it happens", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const writer = createWriter(path);
    const follower = follow(path);
    let expected = "";
    for (let round = 0; round < 10; round++) {
      writer.write(`line ${round}\nunfin`);
      expected += `line ${round}\nunfin`;
      if (round % 2 === 0) await waitUntil(() => follower.text === expected);
      writer.rotate();
      writer.write("ished\n");
      expected += "ished\n";
      if (round % 3 === 0) await waitUntil(() => follower.text === expected);
    }
    await waitUntil(() => follower.text.length >= expected.length);
    expect(follower.text).toBe(expected);
    writer.close();
  });

  test("begins with all of a log that was not there, though it was rotated before the first look", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const follower = follow(path, 0);
    await new Promise((resolve) => void setTimeout(resolve, 100));
    const writer = createWriter(path);
    for (let round = 0; round < 5; round++) {
      writer.write(`line ${round}\n`);
      writer.rotate();
    }
    writer.close();
    await waitUntil(() => follower.text.endsWith("line 4\n"));
    expect(follower.text).toBe("line 0\nline 1\nline 2\nline 3\nline 4\n");
  });

  test("also several between two looks, with compression, and with the file it reads removed", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const writer = createWriter(path);
    writer.write("0\nunfin");
    let expected = "0\nunfin";
    const follower = follow(path);
    await waitUntil(() => follower.text === expected);
    for (const wayOut of ["compressed", "removed"]) {
      follower.hold();
      writer.write("ished\n");
      expected += "ished\n";
      await waitUntil(() => follower.text === expected);
      for (let round = 0; round < 5; round++) {
        writer.write(`${wayOut} ${round}\nunfin`);
        writer.rotate();
        writer.write("ished\n");
        expected += `${wayOut} ${round}\nunfinished\n`;
      }
      if (wayOut === "compressed") {
        await compressRotated(path);
        installCompressed(path);
      } else {
        for (let number = 6; number <= 10; number++)
          for (const end of ["", ".gz"]) rmSync(`${path}.${number}${end}`, { force: true });
      }
      follower.release();
      await waitUntil(() => follower.text.length >= expected.length);
      expect(follower.text).toBe(expected);
    }
    writer.close();
  });

  test("goes on where a rotation was broken off and recovered", async () => {
    const path = join(temporaryDirectory(), "out.log");
    for (let steps = 0; steps < 8; steps++) {
      rmSync(path, { force: true });
      for (let number = 1; existsSync(`${path}.${number}`); number++)
        unlinkSync(`${path}.${number}`);
      writeFileSync(path, "one\nunfin");
      const follower = follow(path);
      await waitUntil(() => follower.text === "one\nunfin");
      const fd = openLogFile(path, null);
      let done = 0;
      const perform = <T>(action: () => T): T => {
        if (done++ === steps) throw new Error("killed");
        return action();
      };
      try {
        closeSync(rotateThrough(perform, { path, limits, fd }));
      } catch {
        closeSync(fd);
      }
      // It has a look at what was left.
      await new Promise((resolve) => void setTimeout(resolve, 60));
      recoverLog(path);
      const writer = createWriter(path);
      writer.write("ished\n");
      writer.rotate();
      writer.write("two\n");
      writer.close();
      await waitUntil(() => follower.text.length >= "one\nunfinished\ntwo\n".length);
      expect(follower.text).toBe("one\nunfinished\ntwo\n");
      await follower.stop();
    }
  });

  test("of a log that is written and rotated in any way tells exactly what was written", async () => {
    const step = fc.record({
      text: fc.string({ maxLength: 20, unit: fc.constantFrom("a", "b", "c", "\n") }),
      does: fc.constantFrom("write", "write", "rotate", "rotate", "compress", "look"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const path = join(temporaryDirectory(), "out.log");
        const writer = createWriter(path);
        const follower = follow(path);
        let expected = "";
        for (const { text, does } of steps) {
          writer.write(text);
          expected += text;
          if (does === "rotate") writer.rotate();
          if (does === "look") await waitUntil(() => follower.text.length >= expected.length);
          if (does === "compress") {
            await compressRotated(path);
            installCompressed(path);
          }
        }
        await waitUntil(() => follower.text.length >= expected.length);
        expect(follower.text).toBe(expected);
        expect(await read(path)).toBe(expected);
        await follower.stop();
        writer.close();
        rmSync(join(path, ".."), { recursive: true });
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test("of a log that is rotated and read at full speed loses and doubles nothing", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const writer = createWriter(path);
    const follower = follow(path);
    let expected = "";
    for (let round = 0; round < 400; round++) {
      const text = `${round} `.repeat(round % 7) + (round % 5 === 0 ? "" : "\n");
      writer.write(text);
      expected += text;
      if (round % 9 === 0) writer.rotate();
      if (round % 4 === 0) await new Promise(setImmediate);
    }
    await waitUntil(() => follower.text.length >= expected.length);
    expect(follower.text).toBe(expected);
    writer.close();
  });
});
