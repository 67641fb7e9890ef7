import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import type { ChaosOutcome } from "./run-chaos.ts";

/** What a record says beside the outcome. */
export interface RecordFacts {
  readonly seed: number;
  readonly first: number;
  readonly engine: string;
  readonly minutes: number;
}

const begin = "<!-- chaos record: begin -->";
const end = "<!-- chaos record: end -->";

/** Puts the record of a run in the place of the former one in a Markdown page. Throws when the page has no place for it. */
export function writeRecord(path: string, outcome: ChaosOutcome, facts: RecordFacts): void {
  const page = readFileSync(path, "utf8");
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for a record`);
  const record = recordText(outcome, { ...facts, commit: commit(), processors: cpus().length });
  writeFileSync(path, `${page.slice(0, from + begin.length)}\n\n${record}\n\n${page.slice(to)}`);
}

/** The record as Markdown. */
export function recordText(
  { rounds, faults, violations }: ChaosOutcome,
  facts: RecordFacts & { readonly commit: string; readonly processors: number },
): string {
  const { seed, first, engine, minutes, processors } = facts;
  const rows = [...faults]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, { rounds: played, struck }]) => `| ${name} | ${played} | ${struck} |`);
  const total = [...faults.values()].reduce((sum, { struck }) => sum + struck, 0);
  return [
    `Seed ${seed}, rounds ${first} to ${first + rounds - 1}, engine ${engine}, commit ${facts.commit}, ${processors} processors, ` +
      `${minutes.toFixed(0)} minutes (${(rounds / minutes).toFixed(0)} rounds a minute): **${rounds} rounds, ${violations.length} violations**.`,
    "",
    ...violations.map(
      ({ round, fault, what }) => `- round ${round} (${fault}): ${what.slice(0, 3).join("; ")}`,
    ),
    ...(violations.length === 0 ? [] : [""]),
    "| fault | rounds | struck as planned |",
    "| --- | ---: | ---: |",
    ...rows,
    `| all | ${rounds} | ${total} |`,
  ].join("\n");
}

function commit(): string {
  const git = (...words: string[]): string =>
    execFileSync("git", words, { cwd: import.meta.dirname, encoding: "utf8" }).trim();
  // The record itself may be open in the page that it is written to.
  const changed =
    git("status", "--porcelain", "--", "apps", "packages", "tests") === "" ? "" : " with changes";
  return `${git("rev-parse", "--short", "HEAD")}${changed}`;
}
