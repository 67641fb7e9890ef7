import leven from "leven";

const lettersPerSlip = 3;

/**
 * The known word that a mistyped one most likely meant; null when none is near. One slip is allowed, in longer words one for
 * every three letters, and none between single letters. Two letters that changed places count as one slip.
 */
export function nearest(word: string, known: Iterable<string>): string | null {
  const typed = word.toLowerCase();
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const allowed = slipsAllowed(Math.max(typed.length, candidate.length));
    const distance = distanceOf(typed, candidate.toLowerCase(), allowed);
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function slipsAllowed(length: number): number {
  return length < 2 ? 0 : Math.max(1, Math.floor(length / lettersPerSlip));
}

/** Exact up to what is allowed; more than that is some larger number. */
function distanceOf(typed: string, candidate: string, allowed: number): number {
  const distance = leven(typed, candidate, { maxDistance: allowed + 2 });
  return distance === 2 && lettersOf(typed) === lettersOf(candidate) ? 1 : distance;
}

function lettersOf(word: string): string {
  return Array.from(word).toSorted().join("");
}
