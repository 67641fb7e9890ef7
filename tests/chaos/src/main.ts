// `pnpm chaos`: kills pmd in many ways and checks what must hold. Exit status 1 when something did not.
import { readOptions, usage } from "./options.ts";
import { builtPmd } from "./pmd-command.ts";
import { writeRecord } from "./record.ts";
import { runChaos } from "./run-chaos.ts";

const read = readOptions(process.argv.slice(2));
if (read.kind === "help") {
  process.stdout.write(usage);
  process.exit(0);
}
if (read.kind === "wrong") {
  process.stderr.write(`chaos: ${read.why}\n\n${usage}`);
  process.exit(2);
}
const { seed, first, rounds, engine, program, record, verbose } = read.options;
const command =
  program === null ? builtPmd : ([process.execPath, "--no-warnings", program] as const);
say(`seed ${seed}, ${rounds} rounds from ${first}`);
const begun = performance.now();
const outcome = await runChaos({
  seed,
  first,
  rounds,
  mostMs: null,
  command,
  words: engine === null ? [] : ["--engine", engine],
  told: (report) => {
    if (verbose || report.violations.length > 0 || report.tally.failedRows.length > 0)
      say(JSON.stringify(report));
  },
});
const minutes = (performance.now() - begun) / 60_000;
for (const [name, fault] of [...outcome.faults].toSorted(([one], [other]) =>
  one.localeCompare(other),
))
  say(`${String(fault.rounds).padStart(6)} ${String(fault.struck).padStart(6)} ${name}`);
for (const { round, fault, what, folder } of outcome.violations) {
  say(`VIOLATION seed ${seed}, round ${round} (${fault}), evidence in ${folder}`);
  for (const line of what) say(`  ${line}`);
}
say(
  `${outcome.rounds} rounds, ${outcome.violations.length} violations, ${(outcome.rounds / minutes).toFixed(0)} rounds a minute`,
);
if (record !== null)
  writeRecord(record, outcome, {
    seed,
    first,
    engine: engine ?? "posix",
    minutes,
  });
process.exitCode = outcome.violations.length === 0 ? 0 : 1;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
