import { readFileSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import {
  createTimeIndex,
  followLog,
  type LogPiece,
  openLogFile,
  readLog,
  recoverLog,
  rotateLog,
} from "@dpm/captured-log";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";

test("the example of the README does what it says", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const path = join(temporaryDirectory(), "out.log");
  const printed: string[] = [];
  const print = (piece: LogPiece): void => {
    if (piece.kind !== "text") return;
    printed.push(`${piece.timeUs ?? "?"} ${Buffer.from(piece.data).toString()}`);
  };
  const append = (fd: number, text: string): number => {
    const { size } = statSync(path);
    return size + writeSync(fd, text, size);
  };
  const surroundings = { path, append, print };
  const api = { createTimeIndex, followLog, openLogFile, readLog, recoverLog, rotateLog };
  const given: Record<string, unknown> = { ...surroundings, ...api };
  const body = `return (async () => { ${example.replace(/^import .*$/gm, "")} })();`;
  // oxlint-disable-next-line typescript/no-implied-eval -- the example is this repository's own README
  await new Function(...Object.keys(given), body)(...Object.values(given));
  expect(printed).toEqual(["1000000 two\n", "1000000 thr", "? ee\n", "? two\n", "? three\n"]);
});
