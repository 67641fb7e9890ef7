// What is generated and committed is what the generators make now.
import { root, run } from "../run.ts";

const before = run(["git", "status", "--porcelain", "--untracked-files=all"]).output;
const diffBefore = run(["git", "diff"]).output;
const generated = run(["turbo", "run", "generate", "--output-logs=errors-only"]);
if (generated.status !== 0) {
  console.error(generated.output);
  process.exit(1);
}
const after = run(["git", "status", "--porcelain", "--untracked-files=all"]).output;
if (after !== before || run(["git", "diff"]).output !== diffBefore) {
  console.error(
    `In ${root} the generators made other files than are there:\n${after}\nRun \`pnpm generate\` and commit what it writes.`,
  );
  process.exitCode = 1;
}
