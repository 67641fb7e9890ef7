import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { waitUntil, readProcStatus } from "@dpm/test-kit";

/** A fault that is under way. */
export interface Injection {
  /** Ends the fault; pmd runs on. */
  end(): Promise<void>;
}

/** Where a fault applies. */
export interface InjectionTerms {
  /** A file, where only calls on it shall fail. */
  readonly path?: string;
}

/** Makes system calls of a running pmd fail or tarry, with the words of strace's `inject`, until it is ended. */
export async function inject(
  pid: number,
  what: string,
  { path }: InjectionTerms = {},
): Promise<Injection> {
  const calls = what.slice(0, what.indexOf(":"));
  const words = ["-f", "-qq", "-o", "/dev/null", "-e", `trace=${calls}`, "-e", `inject=${what}`];
  if (path !== undefined) words.push("-P", path);
  const strace = spawn("strace", [...words, "-p", String(pid)], { stdio: "ignore" });
  const ended = once(strace, "exit");
  await waitUntil(
    () =>
      readdirSync(`/proc/${pid}/task`).every(
        (thread) => readProcStatus(Number(thread))?.["TracerPid"] === String(strace.pid),
      ),
    { what: "strace to hold every thread" },
  );
  return {
    end: async () => {
      strace.kill("SIGTERM");
      await ended;
    },
  };
}
