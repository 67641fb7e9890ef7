import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";

const begin = "<!-- bench:begin -->";
const end = "<!-- bench:end -->";

/** What the table is worth nothing without. */
export interface Circumstances {
  /** The words of the command line. */
  readonly words: readonly string[];
  readonly runs: number;
  readonly versions: readonly string[];
  readonly skipped: readonly string[];
  readonly failures: readonly string[];
}

/** Machine, versions, date, command and table, as a section of a page. */
export function describeRun(table: string, circumstances: Circumstances): string {
  const { words, runs, versions, skipped, failures } = circumstances;
  const memory = Math.round(totalmem() / 2 ** 30);
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  // Where a copy of the figures went concerns nobody else.
  const told = words.filter((word, at) => ![word, words[at - 1]].includes("--json"));
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", `${title}:`, "", ...lines.map((line) => `- ${line}`)];
  return [
    `Taken on ${new Date().toISOString().slice(0, 10)} at ${commit} with \`${["pnpm bench", ...told].join(" ")}\`: medians of`,
    `${runs} interleaved runs on ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${memory} GiB, Linux ${release()}, Node ${process.versions.node}.`,
    `${versions.join(", ")}.`,
    "",
    table,
    ...list("Skipped", skipped),
    ...list("Failed", failures),
  ].join("\n");
}

/** Puts a section between the markers of a page. */
export function writeSection(path: string, section: string): void {
  const page = readFileSync(path, "utf8");
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no ${begin} … ${end}`);
  const before = page.slice(0, from + begin.length);
  writeFileSync(path, `${before}\n\n${section}\n\n${page.slice(to)}`);
}
