import { nearest } from "@dpm/errors";

// Each suggestion compares a word with all that are known: 20,000 wrong words among 20,000 ids would take minutes.
const mostSuggestions = 100;

/** The hint "did you mean …?" for a wrong word, or no hint. */
export type Suggester = (word: string) => { readonly hint?: string };

/** Suggests the nearest of many known words, each wrong word once, and none any more after the first hundred. */
export function createSuggester(known: Iterable<string>): Suggester {
  const words = [...known];
  const suggestions = new Map<string, string | null>();
  return (word) => {
    if (!suggestions.has(word) && suggestions.size < mostSuggestions) {
      suggestions.set(word, nearest(word, words));
    }
    const near = suggestions.get(word) ?? null;
    return near === null ? {} : { hint: `did you mean ${near}?` };
  };
}
