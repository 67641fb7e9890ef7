import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { programMappings } from "./release-program-pages.ts";

const module = new URL("./release-program-pages.ts", import.meta.url).href;
const program = `
  import { readFileSync } from "node:fs";
  import { releaseProgramPages } from ${JSON.stringify(module)};
  process.stdin.on("data", () => {
    releaseProgramPages();
    console.log(readFileSync("/proc/self/smaps_rollup", "utf8").match(/^Rss: +(\\d+)/m)[1], [3, 1, 2].toSorted().join(""));
  });
  console.log("ready");
`;

test.runIf(process.platform === "linux")(
  "what a program has mapped and not touched lately is given back, and it goes on",
  async () => {
    const child = spawn(
      process.execPath,
      ["--no-warnings", "--input-type=module", "--eval", program],
      { stdio: ["pipe", "pipe", "inherit"] },
    );
    onTestFinished(() => void child.kill());
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    expect(await lines.next()).toMatchObject({ value: "ready" });
    const before = residentKib(child.pid);
    child.stdin.write("now\n");
    expect(String((await lines.next()).value)).toMatch(/^\d+ 123$/);
    const after = residentKib(child.pid);
    expect(after).toBeLessThan(before - 10_000);
    child.stdin.write("again\n");
    expect(String((await lines.next()).value)).toMatch(/^\d+ 123$/);
    child.stdin.end();
    await once(child, "exit");
    expect(child.exitCode).toBe(0);
  },
);

test("only what can't have been written into is given back", () => {
  const entry = (head: string, anonymousKib: number): string =>
    `${head}\nRss: 1000 kB\nAnonymous: ${anonymousKib} kB\nVmFlags: rd mr\n`;
  const smaps = [
    entry("00400000-00800000 r-xp 00000000 fe:00 7 /bin/node", 0),
    entry("00800000-00c00000 r--p 00000000 fe:00 7 /bin/node", 4),
    entry("00c00000-01000000 rw-p 00000000 fe:00 7 /bin/node", 0),
    entry("01000000-01001000 r-xp 00000000 fe:00 7 /bin/node", 0),
    entry("7f0000000000-7f0000400000 r-xp 00000000 00:00 0 ", 0),
    entry("7f0000400000-7f0000800000 r--s 00000000 fe:00 9 /lib/shared", 0),
    entry("7f0000800000-7f0000c00000 r--p 00000000 fe:00 9 /lib/with a space.so", 0),
  ].join("");
  expect(programMappings(smaps)).toEqual([
    { address: 0x400000n, bytes: 0x400000n },
    { address: 0x7f0000800000n, bytes: 0x400000n },
  ]);
});

function residentKib(pid: number | undefined): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Rss: +(\d+)/m.exec(rollup)?.[1]);
}
