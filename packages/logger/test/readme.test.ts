import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLogger, followFile, readLastLines } from "@dpm/logger";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";

test("the example of the README does what it says", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const printed: string[] = [];
  const stdout = { write: (bytes: Uint8Array) => printed.push(Buffer.from(bytes).toString()) };
  const body = `return (async () => { ${example.replace(/^import .*$/gm, "")} })();`;
  const names = ["createLogger", "followFile", "readLastLines", "folder", "process"];
  // oxlint-disable-next-line typescript/no-implied-eval -- the example is this repository's own README
  const run = new Function(...names, body);
  await run(createLogger, followFile, readLastLines, temporaryDirectory(), { stdout });
  expect(printed).toHaveLength(2);
  expect(printed[0]).toContain('"msg":"starting → running"');
  expect(printed[0]).not.toContain("never shown");
  expect(printed[1]).toBe(printed[0]);
});
