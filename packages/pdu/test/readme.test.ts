import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the README's example prints what it says", async () => {
  const readme = await readFile(join(import.meta.dirname, "..", "README.md"), "utf8");
  const example = /```ts\n(?<code>[^`]+)```/.exec(readme)?.groups?.["code"] ?? "";
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (?<text>.*)/g)].map(
    (match) => match.groups?.["text"],
  );
  const printed: string[] = [];
  const body = example.replace(
    /import \{(?<names>[^}]+)\} from "@dpm\/pdu";/,
    'const {$<names>} = await import("@dpm/pdu");',
  );
  // The example is text in a file of ours; to run it is the point.
  const runExample = Object.getPrototypeOf(async () => {}).constructor as new (
    ...code: string[]
  ) => (...given: unknown[]) => Promise<void>;
  await new runExample("console", "load", body.replace('import("@dpm/pdu")', "load()"))(
    { log: (line: unknown) => printed.push(String(line)) },
    () => import("@dpm/pdu"),
  );
  expect(printed).toEqual(promised);
  expect(printed.length).toBeGreaterThan(0);
});
