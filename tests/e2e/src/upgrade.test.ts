import { join } from "node:path";
import { isAlive, waitUntil } from "@dpm/test-kit";
import { execa } from "execa";
import { describe, expect, onTestFinished, test } from "vitest";
import { cleanEnvironment, type Daemon, launchers, startDaemon } from "./daemon.ts";

const talk = `<processManager><process id="talk" shell="true"
  command="i=0; while :; do echo line $i; i=$((i+1)); sleep 0.01; done"/></processManager>`;

/** The numbers of the lines, in the order in which they came. */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/^line (\d+)\n/gm)].map(([, number]) => Number(number));

/** Starts `pmc logs` that goes on until the test ends it. */
function followTalk(daemon: Daemon) {
  let text = "";
  const follower = execa(launchers.pmc, ["logs", "talk", "-f", "-n", "all"], {
    reject: false,
    extendEnv: false,
    env: cleanEnvironment({ PMC_RUNTIME_DIR: join(daemon.directory, "run") }),
    buffer: false,
  });
  follower.stdout.on("data", (data: Buffer) => (text += data.toString()));
  const interrupt = async () => {
    follower.kill("SIGINT");
    return follower;
  };
  onTestFinished(async () => void (await interrupt()));
  const last = (): number => numbersIn(text).at(-1) ?? -1;
  return {
    text: () => text,
    last,
    reaches: (line: number): Promise<unknown> =>
      waitUntil(() => last() >= line, { deadlineMs: 30_000, what: `line ${line}` }),
    interrupt,
  };
}

describe.skipIf(process.platform !== "linux")("pmc upgrade", { timeout: 120_000 }, () => {
  test("says from what to what, keeps every pid, and a follower of a log loses and doubles no line", async () => {
    const daemon = await startDaemon(talk, { words: ["--engine=posix"] });
    const { pid } = daemon;
    const [before] = await daemon.rows("ping", "talk");
    const { text, reaches } = followTalk(daemon);
    await reaches(20);
    for (const _ of [1, 2]) {
      const { status, stdout, stderr } = await daemon.pmc("upgrade");
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toMatch(
        new RegExp(`^pmd \\S+ → pmd \\S+ at \\S+, pid ${pid}, \\d+ ms without answers$`),
      );
      await reaches((numbersIn(text()).at(-1) ?? 0) + 50);
    }
    const numbers = numbersIn(text());
    expect(numbers).toEqual(numbers.map((_, index) => index));
    expect(isAlive(pid)).toBe(true);
    expect((await daemon.rows("ping", "talk"))[0]).toMatchObject({ pid: before?.pid, restarts: 0 });
  });

  test("says why a program is refused, and nothing happens", async () => {
    const daemon = await startDaemon(talk, { words: ["--engine=posix"] });
    const [before] = await daemon.rows("ping", "talk");
    const { status, stderr } = await daemon.pmc("upgrade", "--program", "/no/such/pmd");
    expect(status).not.toBe(0);
    expect(stderr).toContain("/no/such/pmd");
    expect((await daemon.rows("ping", "talk"))[0]).toMatchObject({ pid: before?.pid, restarts: 0 });
    expect(daemon.output()).not.toContain("gives way");
  });

  test("the death of pmd costs a follower of a log no line, also when it was rotated meanwhile", async () => {
    const rotated = talk.replace("<process ", '<process logMaxBytes="1K" logBackups="1000" ');
    const daemon = await startDaemon(rotated, { words: ["--engine=posix"] });
    const { text, reaches, last, interrupt } = followTalk(daemon);
    await reaches(20);
    for (const _ of [1, 2]) {
      await daemon.kill();
      await daemon.restart();
      await reaches(last() + 150);
    }
    const numbers = numbersIn(text());
    expect(numbers).toEqual(numbers.map((_, index) => index));
    // Also one that waits for a pmd that is away is ended, by the signal.
    await daemon.kill();
    const { signal } = await interrupt();
    await daemon.restart();
    expect(signal).toBe("SIGINT");
  });
});
