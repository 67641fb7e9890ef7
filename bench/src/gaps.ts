// How long services and clients wait for pmd: while it is dead, until its guardian has brought it back, and while it is upgraded.
// usage: node bench/src/gaps.ts [TIMES]
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { connect } from "@dpm/rpc";
import { dial, parseAddress } from "@dpm/socket";
import { buildPrograms } from "./build-programs.ts";
import { repository } from "./repository.ts";
import { nowNs } from "./stage/stamps.ts";
import { median } from "./table/median.ts";

const run = promisify(execFile);
const times = Number(process.argv[2] ?? 5);
const restMs = 1_500;
// The guardian waits after deaths in a row; after a minute of life it does not.
const lifeMs = 61_000;
const directory = mkdtempSync(join(tmpdir(), "dpm-gaps-"));
const state = join(directory, "state");
const socket = `unix:${join(state, "run/pmd.sock")}`;

/** The services, by what they write: so many bytes a call, so many microseconds between two calls. */
const writers = {
  "at full speed": [65_500, 0],
  "10 MB/s": [10_000, 1_000],
  "100 kB/s": [100, 1_000],
} as const;

/** Where a writer notes the calls that took long. */
const slowCalls = (index: number): string => join(directory, `w${index}.slow`);

function configure(program: string): string {
  const file = join(directory, "pmd.json");
  const process = Object.values(writers).map(([bytes, pause], index) => ({
    id: `w${index}`,
    command: program,
    arg: [slowCalls(index), String(bytes), String(pause)],
    logMaxBytes: "50MB",
    logBackups: 2,
  }));
  writeFileSync(file, JSON.stringify({ process }));
  return file;
}

/** From asking until answered, in ms; asks again while nobody is there. */
async function askUntilAnswered(): Promise<number> {
  const began = performance.now();
  for (;;) {
    try {
      const connection = await dial(parseAddress(socket), { timeoutMs: 10_000 });
      const client = await connect(connection, { client: "bench gaps" });
      for await (const _ of client.request({ ping: {} }, { timeoutMs: 10_000 }));
      client.close();
      return performance.now() - began;
    } catch {
      if (performance.now() - began > 30_000) throw new Error("pmd does not come back");
      await sleep(2);
    }
  }
}

/** The longest call of each writer that ended after a moment, in ms. */
function longestWrites(sinceNs: number): Record<string, number> {
  return Object.fromEntries(
    Object.keys(writers).map((name, index) => {
      const lines = readFileSync(slowCalls(index), "utf8").split("\n").slice(0, -1);
      const calls = lines.map((line) => line.split(" ").map(Number));
      const later = calls.filter(([at = 0, took = 0]) => at + took > sinceNs);
      return [name, Math.max(0, ...later.map(([, took = 0]) => took / 1e6))];
    }),
  );
}

const pidOf = (): number => Number(readFileSync(join(state, "pmd.pid"), "utf8"));

async function measure(): Promise<Record<string, number[]>> {
  const figures: Record<string, number[]> = {};
  const note = (title: string, ms: number): void => void (figures[title] ??= []).push(ms);
  for (let turn = 0; turn < times; turn += 1) {
    await sleep(turn === 0 ? restMs : lifeMs);
    const sinceNs = nowNs();
    process.kill(pidOf(), "SIGKILL");
    note("kill -9 until the next pmd answers", await askUntilAnswered());
    await sleep(restMs);
    for (const [name, ms] of Object.entries(longestWrites(sinceNs)))
      note(`kill -9: longest write of a service ${name}`, ms);
  }
  for (let turn = 0; turn < times; turn += 1) {
    const sinceNs = nowNs();
    let isOver = false;
    const upgrade = run(join(repository, "bin/pmc"), ["--server", socket, "upgrade"]).finally(
      () => void (isOver = true),
    );
    let longest = 0;
    const isGoing = (): boolean => !isOver;
    while (isGoing()) longest = Math.max(longest, await askUntilAnswered());
    await upgrade;
    note("upgrade: longest time that a client waited", longest);
    await sleep(restMs);
    for (const [name, ms] of Object.entries(longestWrites(sinceNs)))
      note(`upgrade: longest write of a service ${name}`, ms);
  }
  return figures;
}

const config = configure(join(buildPrograms(), "writer"));
try {
  await run(join(repository, "bin/pmd"), [
    "--daemon",
    "--config",
    config,
    "--state-dir",
    state,
    "--listen",
    "127.0.0.1:0",
  ]);
  await askUntilAnswered();
  const figures = await measure();
  console.log(`| ${times} times each | median | longest |\n| --- | ---: | ---: |`);
  for (const [title, all] of Object.entries(figures))
    console.log(`| ${title} | ${median(all).toFixed(0)} ms | ${Math.max(...all).toFixed(0)} ms |`);
} finally {
  await run(join(repository, "bin/pmc"), ["--server", socket, "shutdown"]).catch(() => {});
  rmSync(directory, { recursive: true, force: true });
}
