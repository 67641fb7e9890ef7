import {
  chmodSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { beforeEach, expect, test } from "vitest";
import { readOrMakeToken, restoreToken } from "./token.ts";

const unsafe: unknown = expect.objectContaining({ code: "ERR_DPM_DAEMON_TOKEN_UNSAFE" });
let base: string;
let path: string;
beforeEach(() => {
  base = temporaryDirectory();
  path = join(base, "token");
});

test("the first start makes a token of 256 bits that only the user can read", () => {
  const token = readOrMakeToken(path);
  expect(Buffer.from(Buffer.from(token).toString(), "base64url")).toHaveLength(32);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, "utf8").trim()).toBe(Buffer.from(token).toString());
  expect(readdirSync(base)).toEqual(["token"]);
});

test("a later start reads the same token", () => {
  expect(readOrMakeToken(path)).toEqual(readOrMakeToken(path));
});

test("a token that others may read is refused", () => {
  readOrMakeToken(path);
  chmodSync(path, 0o644);
  expect(() => readOrMakeToken(path)).toThrow(unsafe);
});

test("the token of a running daemon is written again where it was removed, and no other is touched", () => {
  const token = readOrMakeToken(path);
  rmSync(path);
  restoreToken(path, token);
  expect(readOrMakeToken(path)).toEqual(token);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  restoreToken(path, new TextEncoder().encode("x".repeat(43)));
  expect(readOrMakeToken(path)).toEqual(token);
});

test("a link is refused and not followed", () => {
  symlinkSync(join(base, "elsewhere"), path);
  expect(() => readOrMakeToken(path)).toThrow(unsafe);
  expect(readdirSync(base)).toEqual(["token"]);
});

test("a token that can't be made is told with its path, the system's error and the way out", () => {
  const missing = join(base, "gone/token");
  expect(() => readOrMakeToken(missing)).toThrow(
    expect.objectContaining({
      code: "ERR_DPM_DAEMON_TOKEN_UNWRITTEN",
      message: `the token file ${missing} can't be made (ENOENT)`,
      hint: expect.stringContaining("--state-dir"),
    }),
  );
});

test("an empty or damaged token is refused, since an empty key proves nothing", () => {
  for (const text of ["", "short", "x".repeat(42)]) {
    writeFileSync(path, text, { mode: 0o600 });
    expect(() => readOrMakeToken(path)).toThrow(unsafe);
  }
});
