import manifest from "../package.json" with { type: "json" };
import { runPmc } from "./run-pmc.ts";
import { standardOutput } from "./standard-output.ts";

const stdout = standardOutput(1);
const stderr = standardOutput(2);
let isInterrupted = false;

async function main(): Promise<void> {
  const status = await runPmc({
    argv: process.argv.slice(2),
    environment: process.env,
    get home() {
      return process.getBuiltinModule("node:os").homedir();
    },
    uid: process.getuid?.(),
    version: manifest.version,
    stdout,
    stderr,
    now: Date.now,
    onInterrupt: (listener) => {
      const interrupt = (): void => {
        isInterrupted = true;
        listener();
      };
      process.on("SIGINT", interrupt);
      return () => process.off("SIGINT", interrupt);
    },
  });
  if (stdout.failure !== null)
    await stderr.write(`pmc: the output could not be written (${stdout.failure})\n`);
  end(status === 0 && stdout.failure !== null ? 1 : status);
}

/** Ends at once: everything is written, and what is left, such as the goodbyes of connections, changes nothing any more. */
function end(status: number): never {
  // By the signal, as whoever interrupts expects it, and a shell that waits: it says 130.
  if (status === 0 && isInterrupted) {
    process.removeAllListeners("SIGINT");
    process.kill(process.pid, "SIGINT");
  }
  process.exit(status);
}

await main();
