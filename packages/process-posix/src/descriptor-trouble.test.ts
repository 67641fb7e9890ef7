import { execFileSync } from "node:child_process";
import { hasCode } from "@dpm/errors";
import type { Launchable, Output } from "@dpm/process-core";
import { defineProcess } from "@dpm/process-core/testing";
import { temporaryDirectory } from "@dpm/test-kit";
import { describe, expect, test } from "vitest";
import { outputTo } from "./capture/testing/captured-service.ts";
import { descriptorTrouble } from "./descriptor-trouble.ts";

function defined(count: number, output: Partial<Output>): readonly Launchable[] {
  const { program } = defineProcess("a");
  const one = { ...program, output: outputTo("/x/out.log", output) };
  return Array.from({ length: count }, (_, index) => ({ id: `p${index}`, program: one }));
}

describe("a limit of open files that is too low", () => {
  test("is said with what it takes, for how many, and how to raise it", () => {
    const apart = defined(10_000, { stderrFile: "/x/err.log" });
    const error = descriptorTrouble(apart, 20_000);
    expect(hasCode(error, "ERR_DPM_PROCESS_DESCRIPTORS")).toBe(true);
    expect(error).toMatchObject({
      details: { needed: 20_560, services: 10_000, limit: 20_000 },
    });
    expect(descriptorTrouble(apart, 20_560)).toBeNull();
  });

  test("is said of services without FIFOs too, each of which is watched by one when it was taken over", () => {
    expect(descriptorTrouble(defined(10_000, { capture: "file" }), 10_095)).toMatchObject({
      details: { needed: 10_096, services: 10_000, limit: 10_095 },
    });
  });

  test("is none where outputs are merged, or go to files", () => {
    expect(descriptorTrouble(defined(10_000, {}), 20_000)).toBeNull();
    expect(descriptorTrouble(defined(10_000, { capture: "file" }), 10_096)).toBeNull();
  });

  test("lets as many be captured as there are descriptors, refuses the others, and all ends in time", () => {
    const fixture = new URL("../fixtures/few-descriptors.ts", import.meta.url).pathname;
    const told = execFileSync(
      "/bin/sh",
      [
        "-c",
        `ulimit -n 100; exec "$0" --no-warnings "$1" "$2"`,
        process.execPath,
        fixture,
        temporaryDirectory(),
      ],
      { encoding: "utf8", timeout: 30_000 },
    );
    const { captured, refused, written } = JSON.parse(told) as Record<string, number>;
    expect(captured).toBeGreaterThan(20);
    expect(refused).toBe(100 - (captured ?? 0));
    expect(written).toBe(captured);
  });
});
