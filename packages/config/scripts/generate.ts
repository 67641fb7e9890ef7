// Writes what is made from the table of keys: the JSON Schema of this package and the configuration reference.
import { writeFileSync } from "node:fs";
import { generatedFiles } from "../src/docs/generated-files.ts";

for (const { path, content } of generatedFiles()) {
  writeFileSync(new URL(`../${path}`, import.meta.url), content);
}
