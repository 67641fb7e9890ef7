import { nearest } from "@dpm/errors";
import type { Problem } from "../source/problem.ts";
import type { Position, SourceMap, SourceNode } from "../source/source-node.ts";
import { formatPlace } from "./format-place.ts";

/** The keys that an element may have, under every name they may be written by. */
export interface Vocabulary {
  /** What the element is, for messages: "a process". */
  readonly owner: string;
  readonly keys: ReadonlyMap<string, { readonly name: string; readonly repeats: boolean }>;
}

/** Everything that was written under one key of an element. */
export interface KeyedNodes {
  readonly at: Position;
  readonly nodes: readonly SourceNode[];
}

/** The entries of an element by their keys' own names. Unknown keys and single keys that stand twice are reported. */
export function groupEntries(
  map: SourceMap,
  vocabulary: Vocabulary,
  report: (problem: Problem) => void,
): ReadonlyMap<string, KeyedNodes> {
  const groups = new Map<string, { at: Position; nodes: SourceNode[] }>();
  for (const { key, keyAt, value } of map.entries) {
    const known = vocabulary.keys.get(key);
    if (known === undefined) {
      report(unknownKey(key, keyAt, vocabulary));
      continue;
    }
    const group = groups.get(known.name);
    if (group === undefined) {
      groups.set(known.name, { at: keyAt, nodes: [value] });
    } else if (known.repeats) {
      group.nodes.push(value);
    } else {
      report({
        at: keyAt,
        message: `${known.name} is given twice, first at ${formatPlace(group.at)}`,
      });
    }
  }
  return groups;
}

function unknownKey(key: string, at: Position, { owner, keys }: Vocabulary): Problem {
  if (key === "#text") {
    return { at, message: `text stands in ${owner} where only keys belong` };
  }
  const near = nearest(key, keys.keys());
  return {
    at,
    message: `${owner} has no key ${JSON.stringify(key)}`,
    ...(near === null ? {} : { hint: `did you mean ${keys.get(near)?.name ?? near}?` }),
  };
}
