import { findWord, type Place, topPlace } from "@dpm/commands";

import { commandPage } from "./page/command-page.ts";
import { groupPage } from "./page/group-page.ts";
import { overviewPage } from "./page/overview-page.ts";

/**
 * The page about a topic: no words for the overview, else the words of a command such as `config display`.
 * Every line fits 80 columns. Throws ERR_DPM_COMMAND_UNKNOWN_WORD with the nearest word.
 */
export function helpPage(topic: readonly string[]): string {
  let place: Place = topPlace;
  for (const word of topic) place = findWord(place, word);
  if (place.kind === "top") return overviewPage();
  return place.kind === "group" ? groupPage(place.group) : commandPage(place.spec);
}
