import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dpmError, isDpmError, toReport } from "@dpm/errors";

test("the example of the README does what it says", () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const printed: string[] = [];
  const body = example.replace(/^import .*$/m, "");
  // oxlint-disable-next-line typescript/no-implied-eval -- the example is this repository's own README
  new Function("dpmError", "isDpmError", "toReport", "console", body)(
    dpmError,
    isDpmError,
    toReport,
    { log: (line: string) => printed.push(line) },
  );
  expect(printed).toEqual(["ERR_DPM_CANCELLED cancelled", "the start was cancelled"]);
});
