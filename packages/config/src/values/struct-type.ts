import type { Position, SourceNode } from "../source/source-node.ts";
import { groupEntries, type KeyedNodes, type Vocabulary } from "./group-entries.ts";
import { readItems } from "./read-text.ts";
import { spellings } from "./spellings.ts";
import type { FieldTable, JsonSchema, ReadContext, ValueType } from "./value-type.ts";

/** One key inside an element, with its typed default. */
export interface StructField<T> {
  readonly type: ValueType<T>;
  readonly doc: string;
  readonly default?: T;
}

/** The keys inside an element and how its value is made of theirs. */
export interface StructTraits<F, T> {
  readonly name: string;
  /** With its article: "a hook". */
  readonly owner: string;
  readonly example: string;
  readonly fields: { readonly [K in keyof F]: StructField<F[K]> };
  /** The key that an element with nothing but a text is read as. */
  readonly textField?: keyof F & string;
  /** Undefined when the keys do not fit together, which was reported then. */
  readonly build: (
    values: { readonly [K in keyof F]: F[K] | undefined },
    place: BuildPlace,
  ) => T | undefined;
  readonly write: (value: T) => string;
}

/** Where an element stands that is being built, and how to complain of it. */
export interface BuildPlace {
  readonly at: Position;
  readonly complain: (message: string, hint?: string) => undefined;
}

/** A type whose values are elements with keys of their own; a key may not repeat. */
export function structType<F, T>(traits: StructTraits<F, T>): ValueType<T> {
  const vocabulary = vocabularyOf(traits);
  return {
    name: traits.name,
    example: traits.example,
    repeats: false,
    read: ([node], context) =>
      node === undefined ? undefined : readStruct(node, { traits, vocabulary, context }),
    write: traits.write,
    schema: structSchema(traits),
    fields: describeFields(traits.fields),
  };
}

/** A list of elements, called by a plural: the key may stand several times. */
export function listOf<T>(type: ValueType<T>, name: string): ValueType<readonly T[]> {
  return {
    ...type,
    repeats: true,
    name,
    read: (nodes, context) => {
      const values = readItems(nodes).map((node) => type.read([node], context));
      return values.every((value) => value !== undefined) ? values : undefined;
    },
    write: (values) => values.map((value) => type.write(value)).join("; "),
    schema: { anyOf: [type.schema, { type: "array", items: type.schema }] },
  };
}

function vocabularyOf<F, T>({ owner, fields, textField }: StructTraits<F, T>): Vocabulary {
  const keys = new Map<string, { name: string; repeats: boolean }>();
  for (const [name, field] of Object.entries<StructField<unknown>>(fields)) {
    for (const spelling of spellings(name)) {
      keys.set(spelling, { name, repeats: field.type.repeats });
    }
  }
  if (textField !== undefined) {
    keys.set("#text", { name: textField, repeats: false });
  }
  return { owner, keys };
}

interface Reading<F, T> {
  readonly traits: StructTraits<F, T>;
  readonly vocabulary: Vocabulary;
  readonly context: ReadContext;
}

function readStruct<F, T>(
  node: SourceNode,
  { traits, vocabulary, context }: Reading<F, T>,
): T | undefined {
  const { at } = node;
  let complete = true;
  const report: ReadContext["report"] = (problem) => {
    complete = false;
    context.report(problem);
  };
  const complain = (message: string, hint?: string): undefined => {
    report({ at, message, ...(hint === undefined ? {} : { hint }) });
  };
  const groups = entriesOf(node, { traits, vocabulary, context: { ...context, report } });
  if (groups === undefined) {
    return complain(`${traits.owner} has keys of its own`, `for example ${traits.example}`);
  }
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries<StructField<unknown>>(traits.fields)) {
    const written = groups.get(name);
    values[name] =
      written === undefined
        ? field.default
        : field.type.read(written.nodes, { ...context, report });
  }
  return complete
    ? traits.build(values as { [K in keyof F]: F[K] | undefined }, { at, complain })
    : undefined;
}

function entriesOf<F, T>(
  node: SourceNode,
  reading: Reading<F, T>,
): ReadonlyMap<string, KeyedNodes> | undefined {
  const { traits, vocabulary, context } = reading;
  if (node.kind === "map") {
    return groupEntries(node, vocabulary, context.report);
  }
  return node.kind === "scalar" && traits.textField !== undefined
    ? new Map([[traits.textField, { at: node.at, nodes: [node] }]])
    : undefined;
}

function structSchema<F, T>({ fields, textField }: StructTraits<F, T>): JsonSchema {
  const all = Object.entries<StructField<unknown>>(fields);
  const schema = {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      all.map(([name, { type, doc }]) => [name, { description: doc, ...type.schema }]),
    ),
  };
  return textField === undefined ? schema : { anyOf: [fields[textField].type.schema, schema] };
}

function describeFields<F>(fields: StructTraits<F, unknown>["fields"]): FieldTable {
  return Object.fromEntries(
    Object.entries<StructField<unknown>>(fields).map(([name, { type, doc, default: value }]) => [
      name,
      { type, doc, ...(value === undefined ? {} : { default: type.write(value) }) },
    ]),
  );
}
