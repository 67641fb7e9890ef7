// `pnpm bench`: measures pmd beside its peers and beside C programs, and prints the table.
import { bench } from "./bench.ts";
import { buildPrograms } from "./build-programs.ts";
import { readOptions, usage } from "./options.ts";
import { cacheFolder } from "./repository.ts";
import { systems } from "./systems/index.ts";
import { tableOf, toMarkdown } from "./table/table.ts";

const options = readOptions(process.argv.slice(2));
if (options.help) {
  console.log(usage);
  process.exit(0);
}
const looked = options.systems.map((name) => ({ name, found: systems[name].find(cacheFolder) }));
for (const { name, found } of looked)
  console.error(
    found.kind === "found" ? `${name}: ${found.version}` : `${name} is skipped: ${found.why}`,
  );
const present = looked.flatMap(({ name, found }) => (found.kind === "found" ? [name] : []));
const outcome = await bench(options, present, buildPrograms());
console.log(toMarkdown(tableOf(options, present, outcome)));
for (const [key, why] of outcome.failures) console.error(`${key} failed: ${why}`);
process.exitCode = outcome.failures.size === 0 ? 0 : 1;
