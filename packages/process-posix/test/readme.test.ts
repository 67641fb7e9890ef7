import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createPosixEngine } from "@dpm/process-posix";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";

test("the example of the README does what it says", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const directory = join(temporaryDirectory(), "capture");
  const printed: unknown[] = [];
  const body = `return (async () => { ${example.replace(/^import .*$/gm, "").replace("/tmp/example-capture", directory)} })();`;
  // oxlint-disable-next-line typescript/no-implied-eval -- the example is this repository's own README
  const run = new Function("createPosixEngine", "console", body);
  await run(createPosixEngine, { log: (value: unknown) => printed.push(value) });
  expect(printed).toEqual([{ kind: "exited", code: 3 }, { kind: "empty" }]);
});
