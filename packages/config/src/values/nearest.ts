import leven from "leven";

const leastDistance = 2;

/** The known word that a mistyped one most likely meant; null when none is near. Two letters that changed places count as one slip. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const typed = word.toLowerCase();
  const maxDistance = Math.max(leastDistance, Math.floor(typed.length / 3)) + 1;
  let best: string | null = null;
  let bestDistance = maxDistance;
  for (const candidate of known) {
    const distance = distanceOf(typed, candidate.toLowerCase(), maxDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function distanceOf(typed: string, candidate: string, maxDistance: number): number {
  const distance = leven(typed, candidate, { maxDistance });
  return distance === 2 && lettersOf(typed) === lettersOf(candidate) ? 1 : distance;
}

function lettersOf(word: string): string {
  return Array.from(word).toSorted().join("");
}
