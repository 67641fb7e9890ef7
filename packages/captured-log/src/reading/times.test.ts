import {
  appendFileSync,
  mkdirSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { describe, expect, onTestFinished, test } from "vitest";
import { createTimeIndex } from "../time-index.ts";
import { indexPath } from "../log-names.ts";
import { followLog } from "./follow-log.ts";
import type { LogPiece, LogStart } from "./log-piece.ts";
import { readLog } from "./read-log.ts";

const all: LogStart = { lines: Number.POSITIVE_INFINITY, sinceUs: null };

function show(piece: LogPiece): string {
  if (piece.kind === "text")
    return `${piece.timeUs ?? "?"} ${Buffer.from(piece.data).toString("latin1")}`;
  return `${piece.timeUs} -${piece.lines} lines, ${piece.bytes} bytes: ${piece.errno}`;
}

async function read(path: string, start: LogStart = all, times = true): Promise<string[]> {
  const shown: string[] = [];
  for await (const piece of readLog(path, { start, times })) shown.push(show(piece));
  return shown;
}

/** A log whose pieces came one second apart, from the first second on. */
function writeTimed(path: string, pieces: readonly string[], firstSecond = 1): void {
  const index = createTimeIndex(path);
  writeFileSync(path, "");
  pieces.forEach((piece, number) => {
    appendFileSync(path, piece);
    index.note(statSync(path).size, (firstSecond + number) * 1_000_000);
  });
  index.close();
}

describe("times", () => {
  test("each piece has the time at which it came, whatever its place in a line", async () => {
    const path = join(temporaryDirectory(), "out.log");
    writeTimed(path, ["one\ntw", "o\n", "three\n"]);
    expect(await read(path)).toEqual(["1000000 one\ntw", "2000000 o\n", "3000000 three\n"]);
    expect(await read(path, { lines: 1, sinceUs: null })).toEqual(["3000000 three\n"]);
    expect(await read(path, all, false)).toEqual(["? one\ntwo\nthree\n"]);
  });

  test("what comes within 10 ms has one time, and costs one record", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const index = createTimeIndex(path);
    for (let count = 1; count <= 25; count++) {
      appendFileSync(path, "x");
      index.note(count, 1_000_000 + count * 1000);
    }
    index.close();
    expect(statSync(indexPath(path, 0)).size).toBe(3 * 24);
    expect((await read(path)).map((piece) => piece.split(" ")[0])).toEqual([
      "1001000",
      "1011000",
      "1021000",
    ]);
  });

  test("they are unknown without an index, beyond its end, and where it is torn", async () => {
    const path = join(temporaryDirectory(), "out.log");
    writeFileSync(path, "none\n");
    expect(await read(path)).toEqual(["? none\n"]);
    writeTimed(path, ["one\n", "two\n"]);
    appendFileSync(path, "three\n");
    expect(await read(path)).toEqual(["1000000 one\n", "2000000 two\n", "? three\n"]);
    truncateSync(indexPath(path, 0), 24 + 7);
    expect(await read(path)).toEqual(["1000000 one\n", "? two\nthree\n"]);
    const index = createTimeIndex(path);
    index.note(statSync(path).size, 9_000_000);
    index.close();
    expect(await read(path)).toEqual(["1000000 one\n", "9000000 two\nthree\n"]);
  });

  test("they begin anew with a log that was truncated by somebody else", async () => {
    const path = join(temporaryDirectory(), "out.log");
    writeTimed(path, ["one\n", "two\n"]);
    writeFileSync(path, "x\n");
    const index = createTimeIndex(path);
    index.note(2, 9_000_000);
    index.close();
    expect(await read(path)).toEqual(["9000000 x\n"]);
  });

  test("an index of many records is read in order", async () => {
    const path = join(temporaryDirectory(), "out.log");
    writeTimed(
      path,
      Array.from({ length: 3000 }, (_, number) => `${number}\n`),
    );
    const shown = await read(path);
    expect(shown).toHaveLength(3000);
    expect(shown[2999]).toBe("3000000000 2999\n");
    expect(await read(path, { lines: 2, sinceUs: null })).toEqual([
      "2999000000 2998\n",
      "3000000000 2999\n",
    ]);
  });
});

describe("since", () => {
  test("only lines that began since then are read, over all files", async () => {
    const path = join(temporaryDirectory(), "out.log");
    writeTimed(`${path}.1`, ["1\n2", "2\n", "3\n"]);
    writeTimed(path, ["4\n", "5\n"], 4);
    const since = (seconds: number): Promise<string[]> =>
      read(path, { lines: Number.POSITIVE_INFINITY, sinceUs: seconds * 1_000_000 });
    expect(await since(0)).toEqual(await read(path));
    expect(await since(2)).toEqual(["3000000 3\n", "4000000 4\n", "5000000 5\n"]);
    expect(await since(2.5)).toEqual(["3000000 3\n", "4000000 4\n", "5000000 5\n"]);
    expect(await since(5)).toEqual(["5000000 5\n"]);
    const last = { lines: 2, sinceUs: 2_000_000 };
    expect(await read(path, last)).toEqual(["4000000 4\n", "5000000 5\n"]);
  });

  test("nothing is read when all is older, and what was not noted counts as new", async () => {
    const path = join(temporaryDirectory(), "out.log");
    writeTimed(path, ["1\n", "2\n"]);
    const start = { lines: Number.POSITIVE_INFINITY, sinceUs: 5_000_000 };
    expect(await read(path, start)).toEqual([]);
    appendFileSync(path, "3\n");
    expect(await read(path, start)).toEqual(["? 3\n"]);
  });

  test("without an index, files that were written last before then are left out as a whole", async () => {
    const path = join(temporaryDirectory(), "out.log");
    writeFileSync(`${path}.1`, "1\n");
    writeFileSync(path, "2\n");
    utimesSync(`${path}.1`, 1000, 1000);
    utimesSync(path, 2000, 2000);
    const start = { lines: Number.POSITIVE_INFINITY, sinceUs: 1500 * 1_000_000 };
    expect(await read(path, start)).toEqual(["? 2\n"]);
  });
});

describe("what was dropped", () => {
  test("is told at its place, with or without times", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const index = createTimeIndex(path);
    writeFileSync(path, "one\n");
    index.note(4, 1_000_000);
    index.noteDropped(4, 2_000_000, { lines: 1234, bytes: 5_000_000_000, errno: "ENOSPC" });
    appendFileSync(path, "two\n");
    index.note(8, 2_000_100);
    index.close();
    const dropped = "2000000 -1234 lines, 5000000000 bytes: ENOSPC";
    expect(await read(path)).toEqual(["1000000 one\n", dropped, "2000100 two\n"]);
    expect(await read(path, all, false)).toEqual(["? one\n", dropped, "? two\n"]);
    expect(await read(path, { lines: 1, sinceUs: null }, false)).toEqual([dropped, "? two\n"]);
    expect(await read(path, { lines: 0, sinceUs: null }, false)).toEqual([]);
  });

  test("is told also when nothing came after it", async () => {
    const path = join(temporaryDirectory(), "out.log");
    writeFileSync(path, "one\n");
    const index = createTimeIndex(path);
    index.note(4, 1_000_000);
    index.noteDropped(4, 2_000_000, { lines: 1, bytes: 2, errno: "EDQUOT" });
    index.close();
    expect(await read(path)).toEqual(["1000000 one\n", "2000000 -1 lines, 2 bytes: EDQUOT"]);
  });

  test("is kept until the index takes it", async () => {
    const folder = temporaryDirectory();
    const path = join(folder, "later", "out.log");
    const index = createTimeIndex(path);
    index.noteDropped(0, 1_000_000, { lines: 1, bytes: 2, errno: "ENOSPC" });
    expect(index.isBehind).toBe(true);
    mkdirSync(join(folder, "later"));
    writeFileSync(path, "one\n");
    index.note(4, 1_500_000);
    expect(index.isBehind).toBe(true);
    index.note(4, 2_100_000);
    expect(index.isBehind).toBe(false);
    index.close();
    expect(await read(path)).toEqual(["1000000 -1 lines, 2 bytes: ENOSPC", "2100000 one\n"]);
  });
});

describe("following with times", () => {
  function follow(path: string): { readonly shown: string[] } {
    const controller = new AbortController();
    const shown: string[] = [];
    const options = { start: all, times: true, signal: controller.signal };
    const reading = (async () => {
      for await (const piece of followLog(path, options)) shown.push(show(piece));
    })();
    onTestFinished(async () => {
      controller.abort();
      await reading;
    });
    return { shown };
  }

  test("waits a moment for the time of what was just written", async () => {
    const path = join(temporaryDirectory(), "out.log");
    writeTimed(path, ["one\n"]);
    const { shown } = follow(path);
    await waitUntil(() => shown.length === 1);
    const index = createTimeIndex(path);
    for (const [number, text] of ["two\n", "three\n", "four\n"].entries()) {
      appendFileSync(path, text);
      await new Promise((resolve) => void setTimeout(resolve, 15));
      index.note(statSync(path).size, (number + 2) * 1_000_000);
      await waitUntil(() => shown.length === number + 2);
    }
    index.noteDropped(statSync(path).size, 9_000_000, { lines: 1, bytes: 1, errno: "EIO" });
    await waitUntil(() => shown.length === 5);
    index.close();
    const last = "9000000 -1 lines, 1 bytes: EIO";
    expect(shown).toEqual([
      "1000000 one\n",
      "2000000 two\n",
      "3000000 three\n",
      "4000000 four\n",
      last,
    ]);
  });

  test("does without where nobody notes them", async () => {
    const path = join(temporaryDirectory(), "out.log");
    const { shown } = follow(path);
    for (const text of ["one\n", "two\n", "three\n"]) {
      appendFileSync(path, text);
      await waitUntil(() => shown.at(-1) === `? ${text}`);
    }
    expect(shown).toHaveLength(3);
  });
});
