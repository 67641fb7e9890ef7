// How fast output gets into a log that is rotated at 50 MB, beside the least that is possible: a C program that splices the same
// FIFO into a file that is never rotated. Interleaved runs, medians. usage: node bench/capture.ts [ROUNDS] [MEGABYTES]
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { outputTo, startCapture } from "../src/capture/testing/captured-service.ts";

const rounds = Number(process.argv[2] ?? 7);
const megabytes = Number(process.argv[3] ?? 500);
const lineBytes = 78;
const lines = Math.ceil((megabytes * 1_000_000) / lineBytes);

const pumpSource = `
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/epoll.h>
#include <sys/resource.h>
int main(int count, char **words) {
  int from = open(words[1], O_RDONLY | O_NONBLOCK), keep = open(words[1], O_WRONLY);
  fcntl(from, F_SETPIPE_SZ, 1 << 20);
  int to = open(words[2], O_WRONLY | O_CREAT, 0644), poll = epoll_create1(0);
  struct epoll_event event = {EPOLLIN, {.fd = from}}, ready[8];
  epoll_ctl(poll, EPOLL_CTL_ADD, from, &event);
  puts("ready"); fflush(stdout);
  for (long left = atol(words[3]), moved; left > 0;) {
    if (epoll_wait(poll, ready, 8, -1) <= 0) continue;
    while ((moved = splice(from, 0, to, 0, 1 << 20, 3)) > 0) left -= moved;
  }
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  printf("%ld %d\\n", (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000 + used.ru_utime.tv_usec + used.ru_stime.tv_usec, keep);
}`;
const writerSource = `
#include <stdio.h>
#include <stdlib.h>
int main(int count, char **words) {
  for (long line = 0, lines = atol(words[1]); line < lines; line++)
    printf("line %012ld the quick brown fox jumps over the lazy dog 0123456789 abcdefghijkl\\n", line);
}`;

interface Sample {
  readonly ms: number;
  readonly cpuMs: number;
}

mkdirSync("/dev/shm", { recursive: true });
const folder = mkdtempSync("/dev/shm/capture-bench-");
try {
  const [pump, writer] = [compile("pump", pumpSource), compile("writer", writerSource)];
  const bytes = lines * execFileSync(writer, ["1"]).length;
  const limit: Sample[] = [];
  const ours: Sample[] = [];
  for (let round = 0; round < rounds; round++) {
    limit.push(await runPump(pump, writer, bytes));
    ours.push(await runCapture(writer));
  }
  print("C splice pump, no rotation", limit);
  print("capture, 50 MB x 10", ours);
  const [a, b] = [middle(limit), middle(ours)];
  console.log(`ratio: time ${(b.ms / a.ms).toFixed(2)}, CPU ${(b.cpuMs / a.cpuMs).toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(0);

function compile(name: string, source: string): string {
  const program = join(folder, name);
  writeFileSync(`${program}.c`, source);
  execFileSync("gcc", ["-O2", "-o", program, `${program}.c`], { stdio: "inherit" });
  return program;
}

async function runPump(pump: string, writer: string, bytes: number): Promise<Sample> {
  const fifo = join(folder, "fifo");
  const log = join(folder, "limit.log");
  execFileSync("mkfifo", [fifo]);
  const child = spawn(pump, [fifo, log, String(bytes)], { stdio: ["ignore", "pipe", "inherit"] });
  let told = "";
  await new Promise<void>((resolve) =>
    child.stdout.on("data", (text) => {
      told += String(text);
      resolve();
    }),
  );
  const begin = performance.now();
  spawn("/bin/sh", ["-c", `exec ${writer} ${lines} > ${fifo}`], { stdio: "ignore" });
  await new Promise((resolve) => void child.once("close", resolve));
  const ms = performance.now() - begin;
  rmSync(fifo);
  rmSync(log);
  return { ms, cpuMs: Number(told.split("\n")[1]?.split(" ")[0]) / 1000 };
}

async function runCapture(writer: string): Promise<Sample> {
  const place = join(folder, "ours");
  mkdirSync(place);
  const { capture, start } = startCapture(place);
  const output = outputTo(join(place, "out.log"), { maxBytes: 50 * 1024 * 1024 });
  await capture.prepare([{ id: "a", output, owner: null }]);
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const child = await start("a", [writer, String(lines)], { output });
  await new Promise((resolve) => void child.once("exit", resolve));
  await capture.drain("a");
  const ms = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpu);
  await capture.close();
  rmSync(place, { recursive: true });
  return { ms, cpuMs: (user + system) / 1000 };
}

function middle(samples: readonly Sample[]): Sample {
  const of = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return { ms: of(samples.map(({ ms }) => ms)), cpuMs: of(samples.map(({ cpuMs }) => cpuMs)) };
}

function print(name: string, samples: readonly Sample[]): void {
  const { ms, cpuMs } = middle(samples);
  const all = samples.map((sample) => sample.ms.toFixed(0)).join(" ");
  console.log(`${name}: ${ms.toFixed(0)} ms, CPU ${cpuMs.toFixed(0)} ms (runs: ${all})`);
}
