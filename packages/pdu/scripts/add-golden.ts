// Fills in the bytes of golden frames that have none yet. Bytes that are there stay: they are what released programs send.
//   node scripts/add-golden.ts
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { encodePdu, type FrameJson, frameFromJson } from "../src/index.ts";

interface Golden {
  readonly name: string;
  readonly frame: FrameJson;
  hex?: string;
}

const folder = join(import.meta.dirname, "..", "fixtures", "golden");
for (const file of readdirSync(folder)) {
  const path = join(folder, file);
  const cases = JSON.parse(readFileSync(path, "utf8")) as Golden[];
  for (const golden of cases) {
    golden.hex ??= Buffer.from(encodePdu(frameFromJson(golden.frame))).toString("hex");
  }
  writeFileSync(path, `${JSON.stringify(cases, undefined, 2)}\n`);
}
