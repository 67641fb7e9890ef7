// `pnpm chaos`: kills pmd in many ways and checks what must hold. Exit status 1 when something did not.
import { parseArgs } from "node:util";
import { builtPmd } from "./pmd-command.ts";
import { writeRecord } from "./record.ts";
import { runChaos } from "./run-chaos.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "100" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    first: { type: "string", default: "0" },
    engine: { type: "string" },
    program: { type: "string" },
    record: { type: "string" },
    verbose: { type: "boolean", default: false },
  },
});
const seed = Number(values.seed);
const command =
  values.program === undefined
    ? builtPmd
    : ([process.execPath, "--no-warnings", values.program] as const);
say(`seed ${seed}, ${values.rounds} rounds from ${values.first}`);
const begun = performance.now();
const outcome = await runChaos({
  seed,
  first: Number(values.first),
  rounds: Number(values.rounds),
  mostMs: null,
  command,
  words: values.engine === undefined ? [] : ["--engine", values.engine],
  told: (report) => {
    if (values.verbose || report.violations.length > 0 || report.tally.failedRows.length > 0)
      say(JSON.stringify(report));
  },
});
const minutes = (performance.now() - begun) / 60_000;
for (const [name, { rounds, struck }] of [...outcome.faults].toSorted(([one], [other]) =>
  one.localeCompare(other),
))
  say(`${String(rounds).padStart(6)} ${String(struck).padStart(6)} ${name}`);
for (const { round, fault, what, folder } of outcome.violations) {
  say(`VIOLATION seed ${seed}, round ${round} (${fault}), evidence in ${folder}`);
  for (const line of what) say(`  ${line}`);
}
say(
  `${outcome.rounds} rounds, ${outcome.violations.length} violations, ${(outcome.rounds / minutes).toFixed(0)} rounds a minute`,
);
if (values.record !== undefined)
  writeRecord(values.record, outcome, {
    seed,
    first: Number(values.first),
    engine: values.engine ?? "posix",
    minutes,
  });
process.exitCode = outcome.violations.length === 0 ? 0 : 1;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
