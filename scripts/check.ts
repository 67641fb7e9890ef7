// `pnpm check`: everything that can be said about the code without running it. All steps run; the first failure decides the exit status.
import { run } from "./run.ts";

const steps: readonly (readonly [name: string, command: readonly [string, ...string[]]])[] = [
  ["format", ["oxfmt", "--check"]],
  ["lint", ["oxlint", "--type-aware", "--deny-warnings"]],
  ["types", ["tsc", "-b"]],
  ["types of tests", ["tsc", "-p", "tsconfig.test.json"]],
  ["boundaries", ["turbo", "boundaries"]],
  ["dead code", ["knip"]],
  ["manifests", ["sherif", "--fail-on-warnings"]],
  ["workspace rules", ["node", "scripts/check/workspace.ts"]],
  ["error codes", ["node", "scripts/check/error-codes.ts"]],
  ["generated files", ["node", "scripts/check/generated.ts"]],
  ["links", ["node", "scripts/check/links.ts"]],
];

let failed = 0;
for (const [name, command] of steps) {
  const started = performance.now();
  const { status, output } = run(command);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (status !== 0) {
    failed += 1;
    console.log(output);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
