import { withNodeFlags } from "./node-flags.ts";

/** A program and its arguments. */
export type CommandLine = readonly [program: string, ...words: string[]];

// Options that one run of pmd tells the next; each has a value.
const ofOneRun = new Set(["--revived", "--upgraded"]);

/** How this pmd was started, for one that is to be started in its place. */
export function ownCommand(
  runner: Pick<NodeJS.Process, "execPath" | "execArgv" | "argv"> = process,
): CommandLine {
  const [, script = "", ...words] = runner.argv;
  return [runner.execPath, ...withNodeFlags(runner.execArgv), script, ...ownWords(words)];
}

/** The words after the program's name, without those that were meant for this run alone. */
export function ownWords(words: readonly string[] = process.argv.slice(2)): string[] {
  return words.filter(
    (word, index) => !ofOneRun.has(word) && !ofOneRun.has(words[index - 1] ?? ""),
  );
}
