import { readFileSync } from "node:fs";
import { join } from "node:path";

import {
  createSupervisor,
  type Engine,
  type OperationRow,
  planReconfigure,
  type Supervisor,
} from "@dpm/process-core";
import * as fakes from "@dpm/process-core/testing";
import { expect, expectTypeOf, it } from "vitest";

it("the example of the README does what it says", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const [, example = ""] = /```ts\n([\s\S]*?)```/u.exec(readme) ?? [];
  const body = example.replaceAll(/^import .*$/gmu, "");
  const lines: string[] = [];
  const console = { log: (...words: unknown[]) => lines.push(words.join(" ")) };
  // oxlint-disable-next-line typescript/no-implied-eval -- the README is ours, and runs as it stands
  const run = new Function(
    "createSupervisor",
    "fakes",
    "console",
    `return (async () => {${body}})();`,
  );
  await run(createSupervisor, fakes, console);
  expect(lines).toEqual(["true running"]);
});

it("has a public surface of types that fit each other", () => {
  expectTypeOf(fakes.createFakeEngine(fakes.createFakeClock())).toExtend<Engine>();
  expectTypeOf<Awaited<ReturnType<Supervisor["stopProcesses"]>>>().toEqualTypeOf<OperationRow[]>();
  expectTypeOf<AbortSignal>().toExtend<
    NonNullable<Parameters<Supervisor["startProcesses"]>[1]["signal"]>
  >();
  const definition = fakes.defineProcess("a");
  expect(planReconfigure(new Map(), new Map([["a", definition]])).added).toEqual(["a"]);
});
