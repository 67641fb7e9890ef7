// tsc emits only what it compiles: the codec is JavaScript already and goes into dist as it is.
import { copyFileSync } from "node:fs";
import { join } from "node:path";

const packageDirectory = join(import.meta.dirname, "..");
for (const name of ["codec.js", "codec.d.ts"]) {
  copyFileSync(
    join(packageDirectory, "src", "gen", name),
    join(packageDirectory, "dist", "gen", name),
  );
}
