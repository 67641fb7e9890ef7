import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { temporaryDirectory } from "@dpm/test-kit";

import { runPmc } from "../src/run-pmc.ts";
import type { Output, World } from "../src/world.ts";
import { defaultToken } from "./fake-server.ts";

/** A run of pmc that goes on, or has ended. */
export interface Run {
  /** Resolves with the exit status. */
  readonly ended: Promise<number>;
  stdout(): string;
  stderr(): string;
  /** Every byte of standard output. */
  bytes(): Uint8Array;
  interrupt(): void;
}

/** How the world of a run differs from a pipe with nothing in its environment. */
export interface FakeWorldOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  readonly columns?: number;
  readonly now?: number;
  readonly home?: string;
}

function collector(isTerminal: boolean, columns: number): Output & { bytes(): Buffer } {
  const parts: Uint8Array[] = [];
  return {
    isTerminal,
    columns: isTerminal ? columns : undefined,
    write: async (data) => void parts.push(typeof data === "string" ? Buffer.from(data) : data),
    bytes: () => Buffer.concat(parts),
  };
}

/** Runs pmc in this process, in a world of its own whose home has the token of fake servers. */
export async function startPmc(
  argv: readonly string[],
  options: FakeWorldOptions = {},
): Promise<Run> {
  const home = options.home ?? homeWithToken();
  const { terminal = false, columns = 80 } = options;
  const stdout = collector(terminal, columns);
  const stderr = collector(terminal, columns);
  const listeners = new Set<() => void>();
  const world: World = {
    argv,
    environment: { XDG_STATE_HOME: home, ...options.environment },
    home,
    uid: 1000,
    version: "1.2.3",
    stdout,
    stderr,
    now: () => options.now ?? Date.UTC(2030, 0, 1),
    onInterrupt: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    ended: runPmc(world),
    stdout: () => stdout.bytes().toString(),
    stderr: () => stderr.bytes().toString(),
    bytes: () => stdout.bytes(),
    interrupt: () => {
      for (const listener of listeners) listener();
    },
  };
}

/** What is left of a run of pmc. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs pmc to its end. */
export async function pmc(argv: readonly string[], options: FakeWorldOptions = {}): Promise<Ended> {
  const run = await startPmc(argv, options);
  const status = await run.ended;
  return { status, stdout: run.stdout(), stderr: run.stderr() };
}

/** A state home with the local token of fake servers in it. */
export function homeWithToken(token: string = defaultToken): string {
  const home = temporaryDirectory();
  mkdirSync(join(home, "dpm"));
  writeFileSync(join(home, "dpm", "token"), `${token}\n`, { mode: 0o600 });
  return home;
}
