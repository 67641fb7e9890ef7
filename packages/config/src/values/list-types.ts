import { pathType } from "./plain-types.ts";
import { quoteForPeople } from "./quote-for-people.ts";
import { readItems, readText } from "./read-text.ts";
import { writeWords } from "./shell-words.ts";
import type { JsonSchema, ReadContext, ValueType } from "./value-type.ts";

/** What the words of a list are. */
export interface WordTraits<T> {
  readonly name: string;
  /** One word with its article: "an exit code". */
  readonly phrase: string;
  readonly example: string;
  readonly parse: (word: string) => T | undefined;
  readonly schema: JsonSchema;
}

/** A list of words: separated by blanks or commas in one text, or one per element or item. */
export function wordsType<T extends string | number>(
  traits: WordTraits<T>,
): ValueType<readonly T[]> {
  const { name, phrase, example, parse, schema } = traits;
  return {
    name,
    example,
    repeats: true,
    read: (nodes, context) => {
      const values: T[] = [];
      let complete = true;
      for (const node of readItems(nodes)) {
        const text = readText(node, context, phrase);
        const words = text?.split(/[\s,]+/u).filter((word) => word !== "") ?? [];
        complete &&= text !== undefined;
        for (const word of words) {
          const value = parse(word);
          if (value === undefined) {
            context.report({
              at: node.at,
              message: `${quoteForPeople(word)} is not ${phrase}`,
              hint: `for example ${example}`,
            });
            complete = false;
          } else {
            values.push(value);
          }
        }
      }
      return complete ? values : undefined;
    },
    write: (values) => values.join(" "),
    schema: { anyOf: [{ type: ["string", "number"] }, { type: "array", items: schema }] },
  };
}

/** A list of texts, each taken as it is: one per element or item. */
export const argumentsType: ValueType<readonly string[]> = {
  name: "list of arguments",
  example: "--verbose",
  repeats: true,
  read: (nodes, context) => readEach(nodes, (node) => readText(node, context, "an argument")),
  write: writeWords,
  schema: {
    anyOf: [
      { type: ["string", "number"] },
      { type: "array", items: { type: ["string", "number", "boolean"] } },
    ],
  },
};

/** A list of paths, one per element or item. */
export const pathsType: ValueType<readonly string[]> = {
  name: "list of paths",
  example: "app.env",
  repeats: true,
  read: (nodes: Parameters<ValueType<string>["read"]>[0], context: ReadContext) =>
    readEach(nodes, (node) => pathType.read([node], context)),
  write: writeWords,
  schema: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] },
};

/** Reads each item of a repeated key; undefined when one of them is wrong. */
export function readEach<T>(
  nodes: Parameters<typeof readItems>[0],
  read: (node: ReturnType<typeof readItems>[number]) => T | undefined,
): readonly T[] | undefined {
  const values = readItems(nodes).map(read);
  return values.every((value) => value !== undefined) ? values : undefined;
}
