import { quoteForPeople } from "./quote-for-people.ts";
import { readText } from "./read-text.ts";
import type { JsonSchema, ReadContext, ValueType } from "./value-type.ts";

/** What tells one type of single values from another. */
export interface ScalarTraits<T> {
  readonly name: string;
  /** With its article: "a duration". */
  readonly phrase: string;
  readonly example: string;
  /** What a right value looks like; the default hint is the example. */
  readonly hint?: string | ((text: string) => string);
  readonly unit?: "ms" | "bytes";
  /** What is wrong with a text that is of the type but out of its bounds, as the rest of a sentence: "is less than 10ms". */
  readonly outOfBounds?: (text: string) => string | undefined;
  readonly parse: (text: string, context: ReadContext) => T | undefined;
  readonly write: (value: T) => string;
  readonly schema: JsonSchema;
}

/** A type whose values are one text. */
export function scalarType<T>(traits: ScalarTraits<T>): ValueType<T> {
  const { name, phrase, example, unit, parse, write, schema } = traits;
  return {
    name,
    example,
    repeats: false,
    ...(unit === undefined ? {} : { unit }),
    read: ([node], context) => {
      const text = node === undefined ? undefined : readText(node, context, phrase);
      if (node === undefined || text === undefined) {
        return undefined;
      }
      const value = parse(text, context);
      if (value === undefined) {
        const hint = typeof traits.hint === "function" ? traits.hint(text) : traits.hint;
        const message = `${quoteForPeople(text)} ${traits.outOfBounds?.(text) ?? `is not ${phrase}`}`;
        context.report({ at: node.at, message, hint: hint ?? `for example ${example}` });
      }
      return value;
    },
    write,
    schema,
  };
}

/** The same type, where a value may also be absent. */
export function optional<T>(type: ValueType<T>): ValueType<T | null> {
  return { ...type, write: (value) => (value === null ? "" : type.write(value)) };
}
