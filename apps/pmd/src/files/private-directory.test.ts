import { chmodSync, chownSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { beforeEach, expect, test } from "vitest";
import { ensurePrivateDirectory } from "./private-directory.ts";

let base: string;
beforeEach(() => {
  base = temporaryDirectory();
});

test("a new directory and its new parents can be entered by nobody else", () => {
  ensurePrivateDirectory(join(base, "a/b"));
  expect(statSync(join(base, "a/b")).mode & 0o777).toBe(0o700);
  expect(statSync(join(base, "a")).mode & 0o777).toBe(0o700);
});

test("where nothing can be made it says so, and does not try for ever", { timeout: 5000 }, () => {
  expect(() => ensurePrivateDirectory("/proc/no-such-place/state")).toThrow(
    expect.objectContaining({ code: "ERR_DPM_DAEMON_DIRECTORY_UNUSABLE" }),
  );
});

test("an existing directory keeps its mode", () => {
  chmodSync(base, 0o755);
  ensurePrivateDirectory(base);
  expect(statSync(base).mode & 0o777).toBe(0o755);
});

test.each([0o777, 0o1777, 0o770])("a directory of mode %o is refused", (mode) => {
  chmodSync(base, mode);
  expect(() => ensurePrivateDirectory(base)).toThrow(
    expect.objectContaining({ code: "ERR_DPM_DAEMON_DIRECTORY_UNSAFE" }),
  );
});

test.runIf(process.getuid?.() === 0)("a directory of another user is refused", () => {
  mkdirSync(join(base, "other"));
  chownSync(join(base, "other"), 65534, 65534);
  expect(() => ensurePrivateDirectory(join(base, "other"))).toThrow(/belongs to user 65534/);
});

test("a file in the way is named", () => {
  writeFileSync(join(base, "file"), "");
  expect(() => ensurePrivateDirectory(join(base, "file/x"))).toThrow(
    expect.objectContaining({ code: "ERR_DPM_DAEMON_DIRECTORY_UNUSABLE" }),
  );
});
