import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Command, Place } from "../system.ts";

/** Runs a command to its end behind a stamp of its exec; a failure throws what it printed. */
export function runCommand(place: Place, { argv, environment }: Command): Promise<string> {
  return collect([join(place.programs, "stamp"), place.stamps, ...argv], environment ?? {});
}

/** How long each of some runs of a command took, in ms. */
export async function timeCommand(place: Place, command: Command, runs: number): Promise<number[]> {
  const words = [join(place.programs, "time-command"), String(runs), ...command.argv] as const;
  const printed = await collect(words, command.environment ?? {});
  return printed
    .trim()
    .split("\n")
    .map((line) => Number(line) / 1e6);
}

function collect(
  [program, ...words]: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [printed, complained] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complained += text));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(printed);
      const said = `${printed}${complained}`.slice(-2_000);
      reject(new Error(`${words.slice(0, 6).join(" ")} ended with ${code ?? signal}: ${said}`));
    });
  });
}
