import { closestMatch } from "leven";

/** The candidate that a mistyped word most likely meant; undefined when none is near. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const maxDistance = Math.max(1, Math.min(3, Math.floor(word.length / 2)));
  const startsAlike = candidates.find(
    (candidate) => word.length >= 2 && candidate.startsWith(word),
  );
  return startsAlike ?? closestMatch(word, candidates, { maxDistance });
}
