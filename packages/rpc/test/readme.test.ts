import { readFileSync } from "node:fs";
import { join } from "node:path";

import * as rpc from "@dpm/rpc";
import * as socket from "@dpm/socket";
import { expect, test } from "vitest";

test("The example of the README prints what it says", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const example = /```ts\n([\s\S]*?)```/u.exec(readme)?.[1] ?? "";
  const printed: unknown[] = [];
  const logger = { log: (text: unknown) => printed.push(text), error: () => undefined };
  const body = `return (async () => { ${example.replaceAll(/^import .*$/gmu, "")} })();`;
  const given = { ...rpc, ...socket, console: logger };
  // oxlint-disable-next-line typescript/no-implied-eval -- the example is this repository's own README
  await new Function(...Object.keys(given), body)(...Object.values(given));
  expect(printed).toEqual([expect.stringMatching(/^hello, pmc 1\.0\.0 from 127\.0\.0\.1:\d+$/u)]);
});
