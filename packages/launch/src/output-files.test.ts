import { execFileSync } from "node:child_process";
import { existsSync, linkSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Output } from "@dpm/process-core";
import { temporaryDirectory } from "@dpm/test-kit";
import { describe, expect, test } from "vitest";
import { LaunchError } from "./launch-failure.ts";
import { openOutput } from "./output-files.ts";

function output(path: string, changes: Partial<Output> = {}): Output {
  return {
    capture: "file",
    stdoutFile: path,
    stderrFile: path,
    maxBytes: 10,
    backups: 2,
    maxAgeMs: null,
    totalBytes: null,
    compress: false,
    ...changes,
  };
}

function writeRun(to: Output, text: string): void {
  const opened = openOutput(to, null);
  if (opened.stdout !== "ignore") writeSync(opened.stdout, text);
  opened.close();
}

function failureOf(to: Output): unknown {
  try {
    openOutput(to, null).close();
    return null;
  } catch (error) {
    return error instanceof LaunchError ? error.failure : error;
  }
}

describe("log files", () => {
  test("one that has grown past its size is rotated at the next start, and only so many are kept", () => {
    const path = join(temporaryDirectory(), "out.log");
    for (const text of ["first run\n", "short\n", "2nd\n", "third run\n", "4\n"])
      writeRun(output(path), text);
    expect(readFileSync(path, "utf8")).toBe("4\n");
    expect(readFileSync(`${path}.1`, "utf8")).toBe("third run\n");
    expect(readFileSync(`${path}.2`, "utf8")).toBe("short\n2nd\n");
    expect(existsSync(`${path}.3`)).toBe(false);
  });

  test("without backups it begins anew, and without a size it grows", () => {
    const path = join(temporaryDirectory(), "out.log");
    for (const text of ["a long first run\n", "2\n"]) writeRun(output(path, { backups: 0 }), text);
    expect(readFileSync(path, "utf8")).toBe("2\n");
    for (const text of ["a long third run\n", "4\n"])
      writeRun(output(path, { maxBytes: null }), text);
    expect(readFileSync(path, "utf8")).toBe("2\na long third run\n4\n");
    expect(existsSync(`${path}.1`)).toBe(false);
  });

  test("merged streams share one open file, others have each their own", () => {
    const folder = temporaryDirectory();
    const merged = openOutput(output(join(folder, "one.log")), null);
    expect(merged.stderr).toBe(merged.stdout);
    const apart = openOutput(
      output(join(folder, "two.log"), { stderrFile: join(folder, "err.log") }),
      null,
    );
    expect(apart.stderr).not.toBe(apart.stdout);
    merged.close();
    apart.close();
  });

  test("a second name of another file is refused, and the file stays as it was", () => {
    const folder = temporaryDirectory();
    const victim = join(folder, "victim");
    writeFileSync(victim, "untouched");
    linkSync(victim, join(folder, "out.log"));
    expect(failureOf(output(join(folder, "out.log"), { maxBytes: null }))).toMatchObject({
      stage: "log",
      errno: "EMLINK",
    });
    expect(readFileSync(victim, "utf8")).toBe("untouched");
  });

  test("a FIFO is refused and holds nothing up", () => {
    const path = join(temporaryDirectory(), "out.log");
    execFileSync("mkfifo", [path]);
    expect(failureOf(output(path))).toMatchObject({ stage: "log" });
  });
});
