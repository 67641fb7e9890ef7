import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as config from "@dpm/config";
import { expect, test } from "vitest";
import { writeFiles } from "./support/configuration-files.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const example = /```ts\n(.*?)```/su.exec(readme)?.[1] ?? "";

type Example = (
  config: object,
  file: string,
  console: { readonly log: (...words: readonly unknown[]) => void },
) => Promise<void>;

/** The example as a function: its import gives it what the package exports. */
function toFunction(source: string): Example {
  const body = source.replace(/^import (\{.*?\}) from "@dpm\/config";/su, "const $1 = config;");
  // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-type-assertion -- the README is ours, and this is how it is held to be true
  return new Function("config", "file", "console", `return (async () => {${body}})();`) as Example;
}

test("the example of the README does what it says", async () => {
  const folder = writeFiles({
    "pmd.xml": `<processManager>\n  <process id="web" command="sleep 1000" stopTimeout='2s'/> <!-- kept -->\n</processManager>\n`,
  });
  const lines: unknown[] = [];
  const log = (...words: readonly unknown[]): unknown => lines.push(words);
  await toFunction(example)(config, join(folder, "pmd.xml"), { log });
  expect(lines).toEqual([
    [["sleep", "1000"], 2000, "process"],
    ["command = sleep 1000"],
    ["stopTimeout = 2s"],
    [[{ id: "web", keys: ["stopTimeout"], restart: false }]],
  ]);
  expect(readFileSync(join(folder, "pmd.xml"), "utf8")).toBe(
    `<processManager>\n  <process id="web" command="sleep 1000" stopTimeout='5s'/> <!-- kept -->\n</processManager>\n`,
  );
});
