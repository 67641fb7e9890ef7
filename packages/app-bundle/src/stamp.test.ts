import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";

import { stamp } from "./stamp.ts";

// In one folder for all: where a module stands is in the bundle too.
async function stampOf(source: string, directory: string): Promise<string> {
  writeFileSync(join(directory, "main.js"), source);
  const bundle = await rolldown({ input: join(directory, "main.js"), plugins: [stamp()] });
  await bundle.write({ dir: join(directory, "dist") });
  await bundle.close();
  return readFileSync(join(directory, "dist", "main.stamp"), "utf8");
}

test("the stamp is one line that changes with the bundle and with nothing else", async () => {
  const directory = temporaryDirectory();
  const one = await stampOf("console.log(1);", directory);
  expect(one).toMatch(/^[0-9a-f]{64}\n$/u);
  expect(await stampOf("console.log(1);", directory)).toBe(one);
  expect(await stampOf("console.log(2);", directory)).not.toBe(one);
});
