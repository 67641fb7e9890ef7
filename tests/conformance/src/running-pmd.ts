import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTemporaryDirectory, launchProgram, readProcStatus, waitUntil } from "@dpm/test-kit";

/** The real pmd, from its sources, on a port and in a folder of its own. */
export interface RunningPmd {
  readonly pid: number;
  readonly host: string;
  readonly port: number;
  /** The path of the token file. */
  readonly tokenFile: string;
  /** The key of the proofs: the text of the token file. */
  readonly token: Buffer;
  readonly configFile: string;
  isRunning(): boolean;
  /** Resident memory, MiB. */
  memoryMiB(): number;
  /** What it printed. */
  output(): string;
  /** Ends it in order and removes its folder; throws when it did not end well. */
  end(): Promise<void>;
}

const mainFile = join(
  fileURLToPath(import.meta.resolve("@dpm/pmd/package.json")),
  "..",
  "src",
  "main.ts",
);

/** Starts pmd with a configuration and waits until it is ready. The caller ends it. */
export async function startPmd(configuration: string): Promise<RunningPmd> {
  const folder = createTemporaryDirectory();
  const configFile = join(folder.path, "pmd.xml");
  const runtimeDirectory = join(folder.path, "run");
  const stateDirectory = join(folder.path, "state");
  writeFileSync(configFile, configuration);
  const environment = Object.entries(process.env).filter(([name]) => !/^(DPM|PMD|PMC)_/.test(name));
  const program = launchProgram(
    [
      process.execPath,
      "--no-warnings",
      mainFile,
      "--config",
      configFile,
      "--listen",
      "127.0.0.1:0",
      "--state-dir",
      stateDirectory,
      "--runtime-dir",
      runtimeDirectory,
    ],
    { env: Object.fromEntries(environment), cwd: folder.path },
  );
  let ended = false;
  program.ended.then(
    () => (ended = true),
    () => (ended = true),
  );
  const listening = await waitUntil(
    () => {
      if (ended) throw new Error(`pmd ended: ${program.stderr()}${program.stdout()}`);
      const published = JSON.parse(readFileSync(join(runtimeDirectory, "pmd.json"), "utf8")) as {
        readonly listen: readonly string[];
      };
      return published.listen[0];
    },
    { deadlineMs: 60_000, what: "pmd to be ready" },
  );
  const [host = "", port = ""] = listening.split(":");
  const tokenFile = join(stateDirectory, "token");
  return {
    pid: program.pid,
    host,
    port: Number(port),
    tokenFile,
    token: Buffer.from(readFileSync(tokenFile, "utf8").trim()),
    configFile,
    isRunning: () => !ended,
    memoryMiB: () => Number.parseInt(readProcStatus(program.pid)?.["VmRSS"] ?? "0", 10) / 1024,
    output: () => program.stdout() + program.stderr(),
    async end() {
      if (!ended) program.signal("SIGTERM");
      const end = await program.ended;
      folder.remove();
      if (end.code !== 0)
        throw new Error(`pmd ended with ${JSON.stringify(end)}: ${program.stderr()}`);
    },
  };
}
