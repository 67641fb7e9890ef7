import {
  desiredState,
  type DesiredStateWord,
  health,
  type HealthWord,
  processState,
  type ProcessStateWord,
} from "./gen/enums.ts";

function wordsByNumber<Word extends string>(
  table: Readonly<Record<Word, number>>,
): ReadonlyMap<number, Word> {
  return new Map((Object.keys(table) as Word[]).map((word) => [table[word], word]));
}

const processStates = wordsByNumber(processState);
const desiredStates = wordsByNumber(desiredState);
const healths = wordsByNumber(health);

/** The word of a state's number; a number of a newer peer is "unknown". */
export function processStateWord(number: number): ProcessStateWord {
  return processStates.get(number) ?? "unknown";
}

/** The word of a desired state's number; a number of a newer peer is "up", since something is wanted of the process. */
export function desiredStateWord(number: number): DesiredStateWord {
  return desiredStates.get(number) ?? "up";
}

/** The word of a health's number; a number of a newer peer is "none". */
export function healthWord(number: number): HealthWord {
  return healths.get(number) ?? "none";
}
