// `pnpm bench`: measures pmd beside its peers and beside C programs, and prints the table.
import { writeFileSync } from "node:fs";
import { bench } from "./bench.ts";
import { buildPrograms } from "./build-programs.ts";
import { installPeers } from "./install-peers.ts";
import { readOptions, usage } from "./options.ts";
import { cacheFolder } from "./repository.ts";
import { systems } from "./systems/index.ts";
import { describeRun, writeSection } from "./table/page.ts";
import { tableOf, toMarkdown } from "./table/table.ts";

const words = process.argv.slice(2);
const options = readOptions(words);
if (options.help) {
  console.log(usage);
  process.exit(0);
}
if (options.install) installPeers(options.systems);
const looked = options.systems.map((name) => ({ name, found: systems[name].find(cacheFolder) }));
const present = looked.flatMap(({ name, found }) => (found.kind === "found" ? [name] : []));
const versions = looked.flatMap(({ name, found }) =>
  found.kind === "found" ? [`${name} ${found.version}`] : [],
);
const skipped = looked.flatMap(({ name, found }) =>
  found.kind === "missing" ? [`${name}: ${found.why}`] : [],
);
for (const line of skipped) console.error(`skipped: ${line}`);

const outcome = await bench(options, present, buildPrograms());
const table = toMarkdown(tableOf(options, present, outcome));
const failures = [...outcome.failures].map(([key, why]) => `${key}: ${why}`);
console.log(table);
for (const line of failures) console.error(`failed: ${line}`);
if (options.json !== null)
  writeFileSync(options.json, JSON.stringify(Object.fromEntries(outcome.figures), null, 2));
if (options.markdown !== null)
  writeSection(
    options.markdown,
    describeRun(table, { words, runs: options.runs, versions, skipped, failures }),
  );
process.exitCode = failures.length === 0 ? 0 : 1;
