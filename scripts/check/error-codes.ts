// Every error code is provoked by at least one test.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codes } from "../../packages/errors/src/codes.ts";
import { root, run } from "../run.ts";

const tests = run(["git", "ls-files", "-co", "--exclude-standard", "*.test.ts", "*.cases.yaml"])
  .output.split("\n")
  .filter(Boolean)
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n");
const untested = Object.keys(codes).filter((code) => !tests.includes(code));
for (const code of untested) console.error(`${code}: no test provokes it`);
process.exitCode = untested.length === 0 ? 0 : 1;
