import type { Problem } from "../source/problem.ts";
import type { SourceNode } from "../source/source-node.ts";
import { formatPlace } from "../values/format-place.ts";
import type { Assignment, Assignments } from "./assignment.ts";
import { sameValue } from "./same-value.ts";

/**
 * Joins what several elements say in one layer, for example two `<defaults>` in two files.
 * The same key with the same value may stand in both; with another value it is a problem, since neither place is stronger.
 */
export function mergeAssignments(
  first: Assignments,
  second: Assignments,
  report: (problem: Problem) => void,
): Assignments {
  if (first.size === 0 || second.size === 0) {
    return first.size === 0 ? second : first;
  }
  const merged = new Map(first);
  for (const [key, assignment] of second) {
    const earlier = merged.get(key);
    if (earlier === undefined) {
      merged.set(key, assignment);
    } else if (!isSame(earlier, assignment)) {
      const { place } = assignment;
      report({
        at: place,
        message: `${key} is given another value already at ${formatPlace(earlier.place)}`,
      });
    }
  }
  return merged;
}

function isSame(left: Assignment, right: Assignment): boolean {
  if (left.isFixed && right.isFixed) {
    return sameValue(left.fixedValue, right.fixedValue);
  }
  return (
    left.speaker.folder === right.speaker.folder &&
    sameValue(left.nodes.map(contentOf), right.nodes.map(contentOf))
  );
}

function contentOf(node: SourceNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.text;
    case "list":
      return node.items.map(contentOf);
    case "map":
      return node.entries.map(({ key, value }) => [key, contentOf(value)]);
  }
}
