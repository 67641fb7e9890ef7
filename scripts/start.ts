// `pnpm start`: builds, starts pmd on the quick-start configuration and shows it. Run again, it finds the running one.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./run.ts";

const stateDirectory = join(root, ".dpm");
// Whatever daemon the shell's PMC_SERVER names, this is about the one of the quick start.
const server = ["--server", `unix:${join(stateDirectory, "run", "pmd.sock")}`];

/** The pid of the quick start's daemon, or undefined when it does not run. */
function runningPid(): number | undefined {
  const published = join(stateDirectory, "run", "pmd.json");
  if (!existsSync(published)) return undefined;
  const { pid } = JSON.parse(readFileSync(published, "utf8")) as { pid: number };
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

function endWith(status: number, output: string): never {
  process.stderr.write(output);
  process.exit(status);
}

console.log("Building ...");
const built = run(["turbo", "run", "build", "--output-logs=errors-only", "--log-order=grouped"]);
if (built.status !== 0) endWith(built.status, built.output);

const native = run(["node", "scripts/build-binaries.ts", "--where-possible"]);
process.stderr.write(native.output);
if (native.status !== 0) process.exit(native.status);

const before = runningPid();
if (before === undefined) {
  const started = run(
    [
      "bin/pmd",
      "--daemon",
      "--config",
      "examples/quickstart/pmd.xml",
      "--state-dir",
      stateDirectory,
    ],
    { environment: { QUICKSTART_NODE: process.execPath } },
  );
  if (started.status !== 0) endWith(started.status, started.output);
  console.log(`pmd is started, pid ${runningPid()}.\n`);
} else {
  console.log(`pmd runs already, pid ${before}.\n`);
}

// Waits until everything that shall run is ready; what is up already is left alone.
const settled =
  before === undefined ? run(["bin/pmc", ...server, "start"]) : { status: 0, output: "" };
run(["bin/pmc", ...server, "ping"], { show: true });
if (settled.status > 1) endWith(settled.status, settled.output);
console.log(`
Try next:
  ./bin/pmc restart id0            one process gets a new pid, the others keep theirs
  ./bin/pmc logs visitor -f        what a process prints, as it prints it
  ./bin/pmc config display web     its effective values, and with --origin where each is from
  ./bin/pmc help                   everything else
  ./bin/pmc shutdown               stops the processes in order, then pmd`);
