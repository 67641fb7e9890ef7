import { isName } from "../model/name.ts";
import type { Problem } from "../source/problem.ts";
import type { Format, Position, SourceMap, SourceNode } from "../source/source-node.ts";

/** A process or a group as it is written. */
export interface NamedElement {
  readonly id: string;
  /** Where the id stands. */
  readonly at: Position;
  readonly node: SourceMap;
}

/** What is being read, and where complaints go. */
export interface NamedElementContext {
  /** "process" or "group". */
  readonly what: string;
  readonly format: Format;
  readonly report: (problem: Problem) => void;
}

/** The elements under a key: repeated elements and lists, each with its `id`, or in formats other than XML a mapping by id. */
export function namedElements(
  nodes: readonly SourceNode[],
  context: NamedElementContext,
): readonly NamedElement[] {
  return nodes.flatMap((node) => {
    if (node.kind === "list") {
      return node.items.flatMap((item) => elementWithId(item, context));
    }
    // A key without a value, as it is left when the last one is taken out of a mapping.
    if (context.format !== "xml" && node.kind === "scalar" && node.value === null) return [];
    return node.kind === "map" && isMapping(node, context.format)
      ? node.entries.flatMap(({ key, keyAt, value }) =>
          checked({ id: key, at: keyAt, node: asMap(value) }, context),
        )
      : elementWithId(node, context);
  });
}

function isMapping(node: SourceMap, format: Format): boolean {
  return (
    format !== "xml" &&
    node.entries.every(
      ({ value }) => value.kind === "map" || (value.kind === "scalar" && value.value === null),
    )
  );
}

function asMap(node: SourceNode): SourceMap {
  return node.kind === "map" ? node : { kind: "map", entries: [], at: node.at, range: node.range };
}

function elementWithId(node: SourceNode, context: NamedElementContext): readonly NamedElement[] {
  const { what, report } = context;
  const id = node.kind === "map" ? node.entries.find(({ key }) => key === "id") : undefined;
  if (node.kind !== "map") {
    report({ at: node.at, message: `a ${what} is an element with keys`, hint: exampleOf(what) });
    return [];
  }
  if (id?.value.kind !== "scalar") {
    report({ at: node.at, message: `this ${what} has no id`, hint: exampleOf(what) });
    return [];
  }
  return checked({ id: id.value.text, at: id.value.at, node }, context);
}

function checked(
  element: NamedElement,
  { what, report }: NamedElementContext,
): readonly NamedElement[] {
  if (isName(element.id)) {
    return [element];
  }
  report({ at: element.at, ...wrongId(element.id, what) });
  return [];
}

/** What is told of an id that cannot be one. */
export function wrongId(id: string, what: string): Required<Omit<Problem, "at">> {
  return {
    message: `${JSON.stringify(id.slice(0, 80))} cannot be the id of a ${what}`,
    hint: "up to 64 letters, digits, dots, dashes and underscores, with a letter or a digit first",
  };
}

function exampleOf(what: string): string {
  return what === "process" ? 'for example id="web" command="sleep 1000"' : 'for example id="web"';
}
