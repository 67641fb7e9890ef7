import { closestMatch } from "leven";

const leastDistance = 2;

/** The known word that a mistyped one most likely meant; null when none is near. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const candidates = [...known];
  const maxDistance = Math.max(leastDistance, Math.floor(word.length / 3));
  const bySpelling = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]));
  const match = closestMatch(word.toLowerCase(), [...bySpelling.keys()], { maxDistance });
  return match === undefined ? null : (bySpelling.get(match) ?? null);
}
