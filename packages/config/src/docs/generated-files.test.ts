import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedFiles } from "./generated-files.ts";

test.each(generatedFiles())(
  "$path is what the table of keys gives; `pnpm generate` writes it",
  ({ path, content }) => {
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")).toBe(content);
  },
);
