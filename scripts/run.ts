import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** The top folder of the repository. */
export const root: string = join(import.meta.dirname, "..");

/** What a command left behind. */
export interface Finished {
  readonly status: number;
  readonly output: string;
}

/** Runs a command at the top of the repository with the workspace's own programs first on PATH. */
export function run(
  command: readonly [string, ...string[]],
  options: { readonly show?: boolean; readonly environment?: Record<string, string> } = {},
): Finished {
  const [program, ...words] = command;
  const result = spawnSync(program, words, {
    cwd: root,
    stdio: options.show === true ? "inherit" : ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules/.bin")}:${process.env["PATH"] ?? ""}`,
      TURBO_TELEMETRY_DISABLED: "1",
      ...options.environment,
    },
  });
  if (result.error !== undefined) return { status: 127, output: result.error.message };
  return { status: result.status ?? 1, output: `${result.stdout ?? ""}${result.stderr ?? ""}` };
}
