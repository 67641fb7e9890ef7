import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfiguration } from "@dpm/config";
import type { ProcessDefinition } from "@dpm/process-core";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { toDefinition } from "./to-definition.ts";

async function definitionsOf(processes: string): Promise<readonly ProcessDefinition[]> {
  const file = join(temporaryDirectory(), "pmd.xml");
  writeFileSync(file, `<processManager>${processes}</processManager>`, { mode: 0o600 });
  const configuration = await loadConfiguration({ file, environment: {} });
  return configuration.processes.map((configured) => toDefinition(configured, "/logs"));
}

test("what the supervisor has no use for does not reach it, with dependencies or without", async () => {
  const [a, b] = await definitionsOf(
    `<process id="a" command="sleep 1" description="first"/><process id="b" command="sleep 1" after="a"/>`,
  );
  expect(a).not.toHaveProperty("description");
  expect(a).not.toHaveProperty("command");
  expect(Object.keys(a ?? {})).toEqual(Object.keys(b ?? {}));
  expect(a).toMatchObject({ after: [], requires: [] });
  expect(b).toMatchObject({ after: ["a"], requires: [] });
});

test("each stream has a log of its own unless told otherwise", async () => {
  const outputs = (
    await definitionsOf(
      `<process id="a" command="sleep 1"/><process id="b" command="sleep 1" redirectStderr="true"/>
       <process id="c" command="sleep 1" capture="none"/><process id="d" command="sleep 1" stderrLogfile="/e"/>`,
    )
  ).map(({ program }) => [program.output.stdoutFile, program.output.stderrFile]);
  expect(outputs).toEqual([
    ["/logs/a.out.log", "/logs/a.err.log"],
    ["/logs/b.out.log", "/logs/b.out.log"],
    [null, null],
    ["/logs/d.out.log", "/e"],
  ]);
});
