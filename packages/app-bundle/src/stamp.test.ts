import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";

import { stamp } from "./stamp.ts";

async function stampOf(source: string): Promise<string> {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, "main.js"), source);
  const bundle = await rolldown({ input: join(directory, "main.js"), plugins: [stamp()] });
  await bundle.write({ dir: join(directory, "dist") });
  await bundle.close();
  return readFileSync(join(directory, "dist", "main.stamp"), "utf8");
}

test("the stamp is one line that changes with the bundle and with nothing else", async () => {
  const one = await stampOf("console.log(1);");
  expect(one).toMatch(/^[0-9a-f]{64}\n$/u);
  expect(await stampOf("console.log(1);")).toBe(one);
  expect(await stampOf("console.log(2);")).not.toBe(one);
});
