import { mkdirSync, readFileSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { createTroubles } from "../troubles.ts";
import { keepWritten } from "./keep-written.ts";
import { writePrivateFile } from "./write-private-file.ts";

let base: string;
let path: string;
beforeEach(() => {
  base = temporaryDirectory();
  path = join(base, "note");
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

const note = (): Parameters<typeof keepWritten>[0] => ({
  name: "note",
  path,
  loss: "nobody reads it",
  write: () => writePrivateFile(path, "hello\n"),
});

test("what can't be written is a trouble with path, error and loss, until it is written", () => {
  const troubles = createTroubles(() => {});
  mkdirSync(path);
  keepWritten(note(), troubles);
  expect(troubles.list()).toMatchObject([
    {
      code: "ERR_DPM_DAEMON_FILE_UNWRITTEN",
      message: `${path} can't be written (EISDIR)`,
      hint: expect.stringContaining("nobody reads it"),
    },
  ]);
  expect(readdirSync(base)).toEqual(["note"]);
  rmdirSync(path);
  vi.advanceTimersByTime(5_000);
  expect(readFileSync(path, "utf8")).toBe("hello\n");
  expect(troubles.list()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test("the attempts end when they are told to", () => {
  mkdirSync(path);
  const stop = keepWritten(
    note(),
    createTroubles(() => {}),
  );
  stop();
  expect(vi.getTimerCount()).toBe(0);
});
