import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLogger } from "@dpm/logger";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";

test("the example of the README does what it says", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const folder = temporaryDirectory();
  const body = `return (async () => { ${example.replace(/^import .*$/gm, "")} })();`;
  // oxlint-disable-next-line typescript/no-implied-eval -- the example is this repository's own README
  const run = new Function("createLogger", "folder", body);
  await run(createLogger, folder);
  const written = readFileSync(join(folder, "pmd.log"), "utf8");
  expect(written).toContain('"msg":"starting → running"');
  expect(written).not.toContain("never shown");
});
