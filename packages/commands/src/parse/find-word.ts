import { dpmError } from "@dpm/errors";

import type { CommandSpec, GroupSpec } from "../model/command-spec.ts";
import { commandTable, groupTable } from "../table.ts";
import { nearestWord } from "./nearest-word.ts";

/** Where the words read so far have led: nowhere yet, into a group, or to a command. */
export type Place =
  | { readonly kind: "top" }
  | { readonly kind: "group"; readonly group: GroupSpec }
  | { readonly kind: "command"; readonly spec: CommandSpec };

/** The place before any word. */
export const topPlace: Place = { kind: "top" };

function lastWord(spec: CommandSpec): string {
  return spec.words.at(-1) ?? "";
}

function commandsAt(place: Place): readonly CommandSpec[] {
  if (place.kind === "command") return [];
  return commandTable.filter((spec) =>
    place.kind === "top"
      ? spec.words.length === 1
      : spec.words.length === 2 && spec.words[0] === place.group.word,
  );
}

/** The words that may follow at a place, without their aliases. */
export function wordsAt(place: Place): readonly string[] {
  const commands = commandsAt(place).map(lastWord);
  return place.kind === "top" ? [...commands, ...groupTable.map(({ word }) => word)] : commands;
}

/** The words after `pmc help` that lead to the page about a place. */
export function pageOf(place: Place): string {
  if (place.kind === "top") return "";
  return place.kind === "group" ? place.group.word : place.spec.words.join(" ");
}

/** Where one more word leads from a place; null when nothing there is called so. */
export function nextPlace(place: Place, word: string): Place | null {
  const isCalled = (name: string, aliases: readonly string[]): boolean =>
    name === word || aliases.includes(word);
  const spec = commandsAt(place).find((candidate) =>
    isCalled(lastWord(candidate), candidate.aliases),
  );
  if (spec !== undefined) return { kind: "command", spec };
  if (place.kind !== "top") return null;
  const group = groupTable.find((candidate) => isCalled(candidate.word, candidate.aliases));
  return group === undefined ? null : { kind: "group", group };
}

/** Where one more word leads from a place. Throws ERR_DPM_COMMAND_UNKNOWN_WORD with the nearest word. */
export function findWord(place: Place, word: string): Place {
  const found = nextPlace(place, word);
  if (found !== null) return found;
  const names = [
    ...wordsAt(place),
    ...commandsAt(place).flatMap(({ aliases }) => aliases),
    ...(place.kind === "top" ? groupTable.flatMap(({ aliases }) => aliases) : []),
  ];
  const nearest = nearestWord(word, names);
  throw dpmError("ERR_DPM_COMMAND_UNKNOWN_WORD", {
    word,
    what: place.kind === "group" ? `command of ${place.group.word}` : "command",
    ...(nearest === undefined ? {} : { nearest }),
    page: pageOf(place),
  });
}
