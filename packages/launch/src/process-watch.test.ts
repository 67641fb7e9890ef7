import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { readProcessStat, startProgram, temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { describe, expect, test } from "vitest";
import { createProcWatch } from "./process-watch.ts";

describe.runIf(process.platform === "linux")("the watch on /proc", () => {
  test("answers many questions of one turn by one sweep", () => {
    const watch = createProcWatch();
    const first = watch.table(0);
    const others = Array.from({ length: 1_000 }, () => watch.table(0));
    expect(others.every((other) => other === first)).toBe(true);
  });

  test("answers all who wait for a fresh sweep by the same one, which began after they asked", async () => {
    const watch = createProcWatch();
    watch.table(0);
    const before = performance.now();
    const waiting = Array.from({ length: 1_000 }, () => watch.nextTable());
    const tables = await Promise.all(waiting);
    expect(new Set(tables).size).toBe(1);
    expect(tables[0]?.takenAtMs).toBeGreaterThanOrEqual(before);
    const later = performance.now();
    expect((await watch.nextTable()).takenAtMs).toBeGreaterThanOrEqual(later);
  });

  test("never answers with a table that is older than what was asked for", async () => {
    const watch = createProcWatch();
    watch.table(0);
    const notBefore = performance.now();
    expect(watch.table(notBefore).takenAtMs).toBeGreaterThanOrEqual(notBefore);
    expect(watch.evidence(notBefore).every((table) => table.takenAtMs >= notBefore)).toBe(true);
  });

  test("finds a process by its token, and a program whose name looks like the end of the name", async () => {
    const misleading = join(temporaryDirectory(), "a) Z 1 (b");
    symlinkSync("/bin/sleep", misleading);
    const { pid } = startProgram([misleading, "1000"], { env: { PMD_LAUNCH: "abc123" } });
    const watch = createProcWatch();
    const entry = await waitUntil(() => watch.table(performance.now()).ofLaunch("abc123")[0], {
      what: "the process",
    });
    expect(entry).toMatchObject({
      pid,
      parent: process.pid,
      session: pid,
      group: pid,
      dead: false,
    });
    expect(entry.startTicks).toBe(readProcessStat(pid)?.startTicks);
  });
});
