import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { bundleOfApp } from "./bundle-of-app.ts";

test("the licence of a bundled package stands beside the bundle, and nothing of our own", async () => {
  const directory = temporaryDirectory();
  const entry = join(import.meta.dirname, `../../config/src/formats/json.ts`);
  writeFileSync(join(directory, "main.ts"), `export * from ${JSON.stringify(entry)};`);
  const options = bundleOfApp({ input: { main: join(directory, "main.ts") } });
  const bundle = await rolldown(options);
  await bundle.write({ dir: join(directory, "dist") });
  await bundle.close();
  const text = readFileSync(join(directory, "dist/licenses.txt"), "utf8");
  expect(text).toMatch(/^jsonc-parser \d+\.\d+\.\d+ \(MIT\)/);
  expect(text).toContain("Permission is hereby granted");
  expect(text).not.toContain("@dpm/");
});
