import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as launch from "@dpm/launch";
import { expect, test } from "vitest";

test("the example of the README does what it says", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const printed: unknown[] = [];
  const body = `return (async () => { ${example.replace(/^import .*$/gm, "")} })();`;
  // oxlint-disable-next-line typescript/no-implied-eval -- the example is this repository's own README
  const run = new Function(
    "launch",
    "console",
    `const { findProgram, launchFailure, LaunchError, readProcEntry } = launch; ${body}`,
  );
  await run(launch, { log: (...values: unknown[]) => printed.push(values.join(" ")) });
  expect(printed).toEqual(["true", "program ENOENT", "true", "true"]);
});
