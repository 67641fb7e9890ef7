import { nearest } from "@dpm/errors";

/** The candidate that a mistyped or shortened word most likely meant; undefined when none is near. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const startsAlike = candidates.find(
    (candidate) => word.length >= 2 && candidate.startsWith(word),
  );
  return startsAlike ?? nearest(word, candidates) ?? undefined;
}
