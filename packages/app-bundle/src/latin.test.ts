import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { temporaryDirectory } from "@dpm/test-kit";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { latin } from "./latin.ts";

test("a bundle is Latin-1, and says what its source said", async () => {
  const directory = temporaryDirectory();
  const source = `
    // A comment: →
    export const texts = ["→", '✔ é', \`🦊 \${"→".length}\`];
    export const matches = [/^🦊$/u.test("🦊"), /[→✔]/.test("✔"), /^.$/u.test("🦊")];
  `;
  writeFileSync(join(directory, "main.js"), source);
  const bundle = await rolldown({ input: join(directory, "main.js"), plugins: [latin()] });
  await bundle.write({ dir: join(directory, "dist") });
  await bundle.close();
  const built = join(directory, "dist", "main.js");
  expect(readFileSync(built, "utf8")).not.toMatch(/[^\0-\u00ff]/);
  const said: unknown = await import(pathToFileURL(built).href);
  expect(said).toMatchObject({ texts: ["→", "✔ é", "🦊 1"], matches: [true, true, true] });
});
