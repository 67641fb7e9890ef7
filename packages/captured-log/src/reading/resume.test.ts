import { closeSync, rmSync, statSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import * as fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { compressRotated } from "../compress-rotated.ts";
import { installCompressed } from "../install-compressed.ts";
import { openLogFile } from "../open-log-file.ts";
import { rotateLog } from "../rotate-log.ts";
import { createTimeIndex } from "../time-index.ts";
import { followLog } from "./follow-log.ts";
import { formatPosition, parsePosition } from "./log-position.ts";

const limits = { maxBytes: 1, maxAgeMs: null, backups: 50, totalBytes: null, compress: true };

/** Writes and rotates as a pump does; with times it notes them, as one of the Linux engine does. */
function createWriter(path: string, withTimes: boolean) {
  let fd = openLogFile(path, null);
  let index = createTimeIndex(path);
  let timeUs = 1_000_000;
  onTestFinished(() => {
    index.close();
    closeSync(fd);
  });
  return {
    write(text: string): void {
      writeSync(fd, text, statSync(path).size);
      if (withTimes && text !== "") index.note(statSync(path).size, (timeUs += 20_000));
    },
    drop(): void {
      index.noteDropped(statSync(path).size, (timeUs += 20_000), dropped);
    },
    rotate(): void {
      index.close();
      fd = rotateLog(path, limits, fd);
      index = createTimeIndex(path);
    },
    async compress(): Promise<void> {
      await compressRotated(path);
      installCompressed(path);
    },
  };
}

const dropped = { lines: 1, bytes: 1, errno: "ENOSPC" };

/** A reader that may be broken off, and goes on from the text of its position, as a client does. */
function createFollower(path: string) {
  let ended = new AbortController();
  let reading = Promise.resolve();
  let after: string | null = null;
  const told = { text: "", gaps: 0 };
  const start = { lines: Number.POSITIVE_INFINITY, sinceUs: null };
  const run = async (signal: AbortSignal): Promise<void> => {
    const position = after === null ? null : parsePosition(after);
    const options = { start, after: position, tellsBeginning: true, times: false, signal };
    for await (const piece of followLog(path, options)) {
      after = formatPosition(piece.position);
      if (piece.kind === "text") told.text += Buffer.from(piece.data).toString("latin1");
      else told.gaps++;
    }
  };
  const begin = (): void => {
    ended = new AbortController();
    reading = run(ended.signal);
  };
  const stop = async (): Promise<void> => {
    ended.abort();
    await reading;
  };
  begin();
  onTestFinished(stop);
  return { told, begin, stop, place: () => (after === null ? null : parsePosition(after)) };
}

describe("following goes on from a position", () => {
  test.each([true, false])(
    "over rotation and compression, with times: %s",
    async (withTimes) => {
      const step = fc.record({
        text: fc.string({ maxLength: 20, unit: fc.constantFrom("a", "b", "c", "\n") }),
        does: fc.constantFrom("write", "rotate", "compress", "look", "leave", "come back"),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const path = join(temporaryDirectory(), "out.log");
          const writer = createWriter(path, withTimes);
          const follower = createFollower(path);
          await waitUntil(() => follower.place() !== null);
          let isAway = false;
          let expected = "";
          const look = () => waitUntil(() => follower.told.text.length >= expected.length);
          for (const { text, does } of steps) {
            writer.write(text);
            expected += text;
            if (does === "rotate") writer.rotate();
            if (does === "compress") await writer.compress();
            if (does === "look" && !isAway) await look();
            if (does === "leave") await follower.stop();
            if (does === "leave") isAway = true;
            if (does === "come back" && isAway) follower.begin();
            if (does === "come back") isAway = false;
          }
          if (isAway) follower.begin();
          await look();
          expect(follower.told).toEqual({ text: expected, gaps: 0 });
          await follower.stop();
        }),
        { numRuns: 40, endOnFailure: true },
      );
    },
    120_000,
  );

  test("where it begins is the very position that it was given, also in a line that has moved", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const writer = createWriter(path, true);
    const follower = createFollower(path);
    writer.write("one\nunfin");
    await waitUntil(() => follower.told.text === "one\nunfin");
    await follower.stop();
    writer.rotate();
    const after = follower.place();
    const start = { lines: 0, sinceUs: null };
    const { signal } = new AbortController();
    const again = followLog(path, { start, after, tellsBeginning: true, times: false, signal });
    expect((await again.next()).value).toMatchObject({ position: after });
    await again.return(undefined);
  });

  test("what was dropped is told once", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const writer = createWriter(path, true);
    const follower = createFollower(path);
    writer.write("one\n");
    writer.drop();
    await waitUntil(() => follower.told.gaps === 1);
    await follower.stop();
    writer.drop();
    writer.write("two\n");
    follower.begin();
    await waitUntil(() => follower.told.text === "one\ntwo\n");
    expect(follower.told.gaps).toBe(2);
  });

  test("when its file is gone all that is left is told, and that something may be missing", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const writer = createWriter(path, true);
    const follower = createFollower(path);
    writer.write("one\n");
    await waitUntil(() => follower.told.text === "one\n");
    await follower.stop();
    for (const text of ["two\n", "three\n", "four\n"]) {
      writer.rotate();
      writer.write(text);
    }
    for (const name of [`${path}.3`, `${path}.3.idx`, `${path}.2`, `${path}.2.idx`]) rmSync(name);
    follower.begin();
    await waitUntil(() => follower.told.text === "one\nthree\nfour\n");
    expect(follower.told.gaps).toBe(1);
  });

  test("when it was truncated meanwhile nothing older is told again", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const writer = createWriter(path, true);
    const follower = createFollower(path);
    writer.write("one\n");
    writer.rotate();
    writer.write("two\n");
    await waitUntil(() => follower.told.text === "one\ntwo\n");
    await follower.stop();
    truncateSync(path);
    writer.write("3\n");
    follower.begin();
    await waitUntil(() => follower.told.text.endsWith("3\n"));
    expect(follower.told.text).toBe("one\ntwo\n3\n");
  });

  test("a text that is none is refused", () => {
    for (const text of [
      "",
      "1.2.3.4",
      "1.2.3.4.5.6",
      "1.2.3.4.-5",
      "1.2.3.4.zzzzzzzzzzzz",
      "A.1.1.1.1",
    ])
      expect(parsePosition(text)).toBeNull();
    const position = {
      ino: 2n ** 64n - 1n,
      beganUs: 1_763_736_000_000_000,
      notBeforeUs: 1,
      offset: 7,
      toldUs: 0,
    };
    expect(parsePosition(formatPosition(position))).toEqual(position);
  });
});
