import { createHash } from "node:crypto";
import type { Plugin } from "rolldown";

/** Writes beside each bundled program a file of one line that names what is in it, so that what was made of it can tell whether it still is. */
export function stamp(): Plugin {
  return {
    name: "stamp",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk" || !file.isEntry) continue;
        const source = `${createHash("sha256").update(file.code).digest("hex")}\n`;
        this.emitFile({ type: "asset", fileName: `${file.name}.stamp`, source });
      }
    },
  };
}
