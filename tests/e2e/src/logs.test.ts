import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { waitUntil } from "@dpm/test-kit";
import { execa } from "execa";
import { describe, expect, onTestFinished, test } from "vitest";
import { cleanEnvironment, type Daemon, launchers, startDaemon } from "./daemon.ts";

const node = process.execPath;

function configuration(attributes: string, script: string): string {
  return `<processManager><settings logLevel="info"/>
    <process id="talk" ${attributes} restart="never" startSecs="0">
      <command>${node}</command><arg>-e</arg><arg><![CDATA[${script}]]></arg>
    </process></processManager>`;
}

function startTalk(attributes: string, script: string, engine: "posix" | "node"): Promise<Daemon> {
  return startDaemon(configuration(attributes, script), { words: [`--engine=${engine}`] });
}

async function isExited(daemon: Daemon): Promise<boolean> {
  return (await daemon.rows("ping")).every(({ state }) => state === "exited");
}

/** Starts `pmc logs` that goes on until the test ends it. */
function followLogs(daemon: Daemon, ...words: string[]): { text: () => string } {
  let text = "";
  const child = execa(launchers.pmc, ["logs", "talk", "-f", ...words], {
    reject: false,
    extendEnv: false,
    env: cleanEnvironment({ PMC_RUNTIME_DIR: join(daemon.directory, "run") }),
    buffer: false,
  });
  child.stdout.on("data", (data: Buffer) => (text += data.toString("latin1")));
  onTestFinished(async () => {
    child.kill("SIGINT");
    await child;
  });
  return { text: () => text };
}

const numbered = (lines: number): string =>
  Array.from({ length: lines }, (_, number) => `line ${number}\n`).join("");

describe.skipIf(process.platform !== "linux")(
  "logs of the Linux engine",
  { timeout: 120_000 },
  () => {
    test("every line is there once, in order, over rotated and compressed files", async () => {
      const lines = 30_000;
      const script = `for (let n = 0; n < ${lines}; n++) process.stdout.write("line " + n + "\\n");`;
      const limits = 'logMaxBytes="20K" logBackups="200" logCompress="true"';
      const daemon = await startTalk(limits, script, "posix");
      await waitUntil(() => isExited(daemon), { deadlineMs: 60_000, what: "talk to end" });
      const all = await daemon.pmc("logs", "talk", "-n", "all");
      expect(`${all.stdout}\n`).toBe(numbered(lines));
      expect((await daemon.pmc("logs", "talk", "-n", "2")).stdout).toBe(
        `line ${lines - 2}\nline ${lines - 1}`,
      );
      const folder = join(daemon.stateDirectory, "log");
      await waitUntil(() => readdirSync(folder).some((name) => name.endsWith(".gz")), {
        what: "old files to be compressed",
      });
      expect(`${(await daemon.pmc("logs", "talk")).stdout}\n`).toBe(numbered(lines));
      for (const name of readdirSync(folder).filter((each) => /\.out\.log\.\d+$/.test(each)))
        expect(readFileSync(join(folder, name), "utf8")).toMatch(/\n$/);
    });

    test("following goes on over rotations, without a gap", async () => {
      const lines = 20_000;
      const script = `let n = 0; const timer = setInterval(() => {
      for (let k = 0; k < 400; k++) process.stdout.write("line " + n++ + "\\n");
      if (n >= ${lines}) clearInterval(timer);
    }, 10);`;
      const daemon = await startTalk(
        'autostart="false" logMaxBytes="10K" logBackups="100"',
        script,
        "posix",
      );
      const following = followLogs(daemon, "-n", "all");
      expect((await daemon.pmc("start", "talk")).status).toBe(0);
      await waitUntil(() => following.text().length >= numbered(lines).length, {
        deadlineMs: 60_000,
        what: "the last line",
      });
      expect(following.text()).toBe(numbered(lines));
    });

    test("both outputs are in the order in which they came, each line with its time", async () => {
      const script = `let n = 0; const timer = setInterval(() => {
      (n % 2 ? process.stderr : process.stdout).write("line " + n + "\\n");
      if (++n === 8) clearInterval(timer);
    }, 60);`;
      const before = Date.now();
      const daemon = await startTalk("", script, "posix");
      await waitUntil(() => isExited(daemon), { deadlineMs: 60_000, what: "talk to end" });
      expect(`${(await daemon.pmc("logs", "talk")).stdout}\n`).toBe(numbered(8));
      const timed = (await daemon.pmc("logs", "talk", "--timestamps")).stdout.split("\n");
      const times = timed.map((line) => Date.parse(line.split(" ")[0] ?? ""));
      expect(timed.map((line) => line.slice(line.indexOf(" ") + 1)).join("\n")).toBe(
        numbered(8).trimEnd(),
      );
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times[0]).toBeGreaterThanOrEqual(before);
      expect(times[7]).toBeLessThanOrEqual(Date.now());
      const since = new Date(times[5] ?? 0).toISOString();
      const late = await daemon.pmc("logs", "talk", "--since", since, "--timestamps");
      expect(late.stdout.split("\n").length).toBeLessThanOrEqual(3);
      expect(late.stdout).toMatch(/line 7$/);
      const none = await daemon.pmc("logs", "talk", "--since", "2099-01-01");
      expect(none).toEqual({ status: 0, stdout: "", stderr: "" });
      expect(`${(await daemon.pmc("logs", "talk", "--since", "1h")).stdout}\n`).toBe(numbered(8));
    });
  },
);

test(
  "of the portable engine no times are known, and that is shown",
  { timeout: 60_000 },
  async () => {
    const daemon = await startTalk("", `console.log("out"); console.error("err");`, "node");
    await waitUntil(() => isExited(daemon), { deadlineMs: 60_000, what: "talk to end" });
    expect((await daemon.pmc("logs", "talk", "--timestamps")).stdout).toBe("- out\n- err");
    expect((await daemon.pmc("logs", "talk", "--since", "1h")).stdout).toBe("out\nerr");
  },
);

test("a time that is none is a usage error", { timeout: 60_000 }, async () => {
  const daemon = await startTalk("", "", "node");
  const ended = await daemon.pmc("logs", "talk", "--since", "yesterday");
  expect(ended.status).toBe(2);
  expect(ended.stderr).toContain("10min");
  expect((await daemon.pmc("logs", "talk", "-n", "some")).status).toBe(2);
});
