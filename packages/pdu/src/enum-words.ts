import {
  desiredState,
  type DesiredStateWord,
  health,
  type HealthWord,
  processState,
  type ProcessStateWord,
} from "./gen/enums.ts";

function wordOf<Word extends string>(
  table: Readonly<Record<Word, number>>,
  number: number,
): Word | undefined {
  return (Object.keys(table) as Word[]).find((word) => table[word] === number);
}

/** The word of a state's number; a number of a newer peer is "unknown". */
export function processStateWord(number: number): ProcessStateWord {
  return wordOf(processState, number) ?? "unknown";
}

/** The word of a desired state's number; a number of a newer peer is "up", since something is wanted of the process. */
export function desiredStateWord(number: number): DesiredStateWord {
  return wordOf(desiredState, number) ?? "up";
}

/** The word of a health's number; a number of a newer peer is "none". */
export function healthWord(number: number): HealthWord {
  return wordOf(health, number) ?? "none";
}
