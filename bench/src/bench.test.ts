import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { rows } from "./rows/index.ts";

const main = join(import.meta.dirname, "main.ts");
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bench-test-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const bench = (...words: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ["--no-warnings", main, ...words], {
    encoding: "utf8",
    env: { ...process.env, TMPDIR: directory },
  });

// Namespaces need root or user namespaces, the programs a compiler.
const canMeasure =
  spawnSync("unshare", ["--fork", "--pid", "--mount", "--map-root-user", "true"]).status === 0 &&
  spawnSync("gcc", ["--version"]).status === 0 &&
  existsSync(join(import.meta.dirname, "../../apps/pmd/dist/main.js"));

test.runIf(canMeasure)(
  "every row is measured with a few services and written into a page, and nothing is left behind",
  { timeout: 180_000 },
  () => {
    const page = join(directory, "page.md");
    writeFileSync(page, "# Figures\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nrest\n");
    const few = ["--services", "5", "--many", "8", "--kills", "2", "--megabytes", "4"];
    const words = ["--systems", "limit,ours", "--runs", "1", "--idle", "1", "--markdown", page];
    const { status, stdout, stderr } = bench(...few, ...words);
    expect(stderr).not.toContain("failed:");
    expect(status).toBe(0);
    expect(readdirSync(directory).filter((name) => name.startsWith("dpm-bench-"))).toEqual([]);
    const lines = stdout.trim().split("\n");
    const scale = { services: 5, many: 8, bytes: 4_000_000, idleSeconds: 1, kills: 2 };
    const titles = rows.flatMap((row) => row.lines(scale).map(({ title }) => title));
    expect(lines.slice(2).map((line) => line.split(" | ")[0]?.slice(2).trim())).toEqual(titles);
    expect(stdout).not.toMatch(/NaN|failed/);
    expect(readFileSync(page, "utf8")).toMatch(
      /^# Figures\n<!-- bench:begin -->\n\nTaken on .*\n<!-- bench:end -->\nrest\n$/s,
    );
  },
);

test("a system that is not known is refused with those that are", () => {
  const { status, stderr } = bench("--systems", "limit,upstart");
  expect(status).not.toBe(0);
  expect(stderr).toContain("upstart is no system; there are limit runit s6");
});
