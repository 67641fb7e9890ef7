import type { SourceMap, SourceNode } from "../source/source-node.ts";
import { formatPlace } from "../values/format-place.ts";
import type { Vocabulary } from "../values/group-entries.ts";

/**
 * The places of an edited file that only the edit brought there, as `file:line:column`, each with the assigned key that it belongs
 * to; null for what belongs to none, such as the element of a new process.
 */
export type WrittenPlaces = ReadonlyMap<string, string | null>;

/** The elements that were written to, and what was assigned there. */
export interface WrittenElements {
  readonly elements: readonly SourceMap[];
  readonly vocabulary: Vocabulary;
  /** By the key's own name, as it is told: `environment.PORT` under `environment`. */
  readonly assigned: ReadonlyMap<string, string>;
}

/** The places of the assigned keys and of everything in their values. */
export function placesOfKeys({ elements, vocabulary, assigned }: WrittenElements): WrittenPlaces {
  const places = new Map<string, string | null>();
  for (const { key, keyAt, value } of elements.flatMap(({ entries }) => entries)) {
    const told = assigned.get(vocabulary.keys.get(key)?.name ?? "");
    if (told !== undefined) {
      for (const place of [formatPlace(keyAt), ...placesIn(value)]) {
        places.set(place, told);
      }
    }
  }
  return places;
}

/** All places of a new element, those of its assigned keys under their names. */
export function placesOfElement(element: SourceMap, written: WrittenElements): WrittenPlaces {
  const all = placesIn(element).map((place) => [place, null] as const);
  return new Map<string, string | null>([...all, ...placesOfKeys(written)]);
}

function placesIn(node: SourceNode): readonly string[] {
  const own = formatPlace(node.at);
  switch (node.kind) {
    case "scalar":
      return [own];
    case "list":
      return [own, ...node.items.flatMap(placesIn)];
    case "map":
      return [
        own,
        ...node.entries.flatMap(({ keyAt, value }) => [formatPlace(keyAt), ...placesIn(value)]),
      ];
  }
}
