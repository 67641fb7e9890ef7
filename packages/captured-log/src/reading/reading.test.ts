import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { hasCode } from "@dpm/errors";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import * as fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { followLog } from "./follow-log.ts";
import type { LogPiece } from "./log-piece.ts";
import { readLog } from "./read-log.ts";

const dataOf = (piece: LogPiece): Uint8Array =>
  piece.kind === "text" ? piece.data : new Uint8Array();

async function* readLastLines(file: string, lines: number): AsyncGenerator<Uint8Array> {
  for await (const piece of readLog(file, { start: { lines, sinceUs: null }, times: false }))
    yield dataOf(piece);
}

async function* followFile(
  file: string,
  { from, signal }: { readonly from: From; readonly signal: AbortSignal },
): AsyncGenerator<Uint8Array, void> {
  const lines = from === "end" ? 0 : from === "start" ? Number.POSITIVE_INFINITY : from.lastLines;
  const options = { start: { lines, sinceUs: null }, times: false, signal };
  for await (const piece of followLog(file, options)) yield dataOf(piece);
}

type From = "end" | "start" | { readonly lastLines: number };

async function lastLines(file: string, count: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readLastLines(file, count)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("latin1");
}

const patience = { timeout: 20_000, interval: 5 };

interface Follower {
  readonly text: () => string;
  stop(): Promise<void>;
}

function follow(file: string, from: From): Follower {
  const controller = new AbortController();
  let all = "";
  const reading = (async () => {
    for await (const chunk of followFile(file, { from, signal: controller.signal }))
      all += Buffer.from(chunk).toString("latin1");
  })();
  const stop = async (): Promise<void> => {
    controller.abort();
    await reading;
  };
  onTestFinished(stop);
  return { text: () => all, stop };
}

describe("the last lines", () => {
  test.each([
    [0, ""],
    [1, "three\n"],
    [2, "two\nthree\n"],
    [3, "one\ntwo\nthree\n"],
    [10, "one\ntwo\nthree\n"],
    [Number.POSITIVE_INFINITY, "one\ntwo\nthree\n"],
  ])("of three, %d are wanted", async (count, expected) => {
    const file = join(temporaryDirectory(), "out.log");
    writeFileSync(file, "one\ntwo\nthree\n");
    expect(await lastLines(file, count)).toBe(expected);
  });

  test("a last line without its newline counts", async () => {
    const file = join(temporaryDirectory(), "out.log");
    writeFileSync(file, "one\ntwo\n\nthr");
    expect(await lastLines(file, 1)).toBe("thr");
    expect(await lastLines(file, 2)).toBe("\nthr");
    expect(await lastLines(file, 3)).toBe("two\n\nthr");
  });

  test("they go back into rotated files, and a line may lie across two", async () => {
    const file = join(temporaryDirectory(), "out.log");
    writeFileSync(`${file}.2`, "1\n2\n");
    writeFileSync(`${file}.1`, "3\n4\n5a");
    writeFileSync(file, "5b\n6\n");
    expect(await lastLines(file, 2)).toBe("5a5b\n6\n");
    expect(await lastLines(file, 5)).toBe("2\n3\n4\n5a5b\n6\n");
    expect(await lastLines(file, 99)).toBe("1\n2\n3\n4\n5a5b\n6\n");
    expect(await lastLines(file, Number.POSITIVE_INFINITY)).toBe("1\n2\n3\n4\n5a5b\n6\n");
  });

  test("just after a rotation they are those of the rotated file", async () => {
    const file = join(temporaryDirectory(), "out.log");
    writeFileSync(`${file}.1`, "1\n2\n");
    expect(await lastLines(file, 1)).toBe("2\n");
    writeFileSync(file, "");
    expect(await lastLines(file, 1)).toBe("2\n");
  });

  test("of no file there are none", async () => {
    expect(await lastLines(join(temporaryDirectory(), "none"), 10)).toBe("");
  });

  test("of any text they are those that splitting gives, however it is cut into files", async () => {
    const folder = temporaryDirectory();
    const line = fc.string({ maxLength: 5, unit: fc.constantFrom("a", "b", "\n", "\0") });
    const property = fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 4 }),
      fc.nat(12),
      async (parts, count) => {
        const file = join(folder, "out.log");
        for (const number of [1, 2, 3, 4]) rmSync(`${file}.${number}`, { force: true });
        parts.forEach((part, index) =>
          writeFileSync(
            index === parts.length - 1 ? file : `${file}.${parts.length - 1 - index}`,
            part,
          ),
        );
        const lines = parts.join("").match(/[^\n]*\n|[^\n]+$/g) ?? [];
        expect(await lastLines(file, count)).toBe(count === 0 ? "" : lines.slice(-count).join(""));
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });

  test("a line of 100 MiB and bytes of any kind are exact and harmless to memory", async () => {
    const file = join(temporaryDirectory(), "out.log");
    const block = Buffer.alloc(1024 * 1024, "\0\xff\r\x80x", "latin1");
    const handle = openSync(file, "w");
    writeSync(handle, "before\n");
    for (let count = 0; count < 100; count++) writeSync(handle, block);
    writeSync(handle, "\nafter\n");
    closeSync(handle);
    const before = process.memoryUsage().arrayBuffers;
    let [bytes, peak] = [0, 0];
    for await (const chunk of readLastLines(file, 2)) {
      bytes += chunk.byteLength;
      peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
    }
    expect(bytes).toBe(100 * block.length + 1 + "after\n".length);
    expect(peak).toBeLessThan(64 * 1024 * 1024);
  }, 60_000);

  test("a link or a folder in place of the file is refused", async () => {
    const folder = temporaryDirectory();
    symlinkSync("/etc/passwd", join(folder, "link"));
    mkdirSync(join(folder, "folder"));
    for (const [name, errno] of [
      ["link", "ELOOP"],
      ["folder", "EINVAL"],
    ] as const) {
      const error: unknown = await lastLines(join(folder, name), 1).catch(
        (caught: unknown) => caught,
      );
      expect(hasCode(error, "ERR_DPM_PROCESS_LOG_UNREADABLE")).toBe(true);
      expect(error).toMatchObject({ details: { errno } });
    }
  });
});

describe("following", () => {
  test.each([
    ["end", "new\n"],
    ["start", "0\n1\n2\nnew\n"],
    [{ lastLines: 1 }, "2\nnew\n"],
    [{ lastLines: 3 }, "0\n1\n2\nnew\n"],
  ] as const)("begins at %j", async (from, expected) => {
    const file = join(temporaryDirectory(), "out.log");
    writeFileSync(`${file}.1`, "0\n");
    writeFileSync(file, "1\n2\n");
    const follower = follow(file, from);
    // Only once it has looked at the end may more be written.
    if (from === "end") await new Promise((resolve) => void setTimeout(resolve, 100));
    else await waitUntil(() => follower.text().endsWith("2\n"));
    appendFileSync(file, "new\n");
    await expect.poll(follower.text, patience).toBe(expected);
  });

  test("a file that comes later is read from its beginning", async () => {
    const file = join(temporaryDirectory(), "out.log");
    const follower = follow(file, "start");
    await new Promise(setImmediate);
    writeFileSync(file, "first\n");
    await expect.poll(follower.text, patience).toBe("first\n");
  });

  test("nothing is lost or doubled when the file is rotated again and again", async () => {
    const file = join(temporaryDirectory(), "out.log");
    writeFileSync(file, "start\n");
    const follower = follow(file, "start");
    let expected = "start\n";
    await expect.poll(follower.text, patience).toBe(expected);
    for (let round = 0; round < 12; round++) {
      for (let line = 0; line < 50; line++) {
        appendFileSync(file, `${round} ${line}\n`);
        expected += `${round} ${line}\n`;
      }
      for (let number = 19; number >= 1; number--)
        if (round >= number) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
      renameSync(file, `${file}.1`);
      writeFileSync(file, "");
      // Some rounds are seen one by one, others come several at a time.
      const enough = round % 3 === 0 ? expected.length : 0;
      await expect.poll(() => follower.text().length, patience).toBeGreaterThanOrEqual(enough);
    }
    await expect.poll(follower.text, patience).toBe(expected);
  });

  test("what is written to the old file after it was moved away is read before the new one", async () => {
    const file = join(temporaryDirectory(), "out.log");
    writeFileSync(file, "1\n");
    const follower = follow(file, "start");
    await expect.poll(follower.text, patience).toBe("1\n");
    const handle = openSync(file, "a");
    renameSync(file, `${file}.1`);
    writeSync(handle, "2\n");
    closeSync(handle);
    writeFileSync(file, "3\n");
    await expect.poll(follower.text, patience).toBe("1\n2\n3\n");
  });

  test("a truncated file is read from its beginning", async () => {
    const file = join(temporaryDirectory(), "out.log");
    writeFileSync(file, "a long first line\n");
    const follower = follow(file, "start");
    await waitUntil(() => follower.text() !== "");
    truncateSync(file, 0);
    appendFileSync(file, "new\n");
    await expect.poll(follower.text, patience).toBe("a long first line\nnew\n");
  });

  test("a removed file is followed by its replacement", async () => {
    const file = join(temporaryDirectory(), "out.log");
    writeFileSync(file, "1\n");
    const follower = follow(file, "start");
    await expect.poll(follower.text, patience).toBe("1\n");
    rmSync(file);
    writeFileSync(file, "2\n");
    await expect.poll(follower.text, patience).toBe("1\n2\n");
  });

  test("it ends without an error when it is told to, also while it waits", async () => {
    const file = join(temporaryDirectory(), "out.log");
    const waiting = follow(file, "end");
    await waiting.stop();
    expect(waiting.text()).toBe("");
  });

  test("a reader that is slow costs no memory", async () => {
    const file = join(temporaryDirectory(), "out.log");
    writeFileSync(file, Buffer.alloc(32 * 1024 * 1024, "x"));
    const before = process.memoryUsage().arrayBuffers;
    const controller = new AbortController();
    const iterator = followFile(file, { from: "start", signal: controller.signal });
    const first = await iterator.next();
    expect(first.value?.byteLength).toBe(64 * 1024);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
    controller.abort();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });
});
