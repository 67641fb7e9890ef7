import { nearest } from "@dpm/errors";
import { scalarType } from "./scalar-type.ts";
import { withVariable } from "./with-variable.ts";
import type { ValueType } from "./value-type.ts";

/** One of a closed set of words; `aliases` are read as other words of it. */
export function choiceType<T extends string>(
  words: readonly T[],
  aliases: Readonly<Record<string, T>> = {},
): ValueType<T> {
  const meanings = new Map<string, T>([
    ...Object.entries(aliases),
    ...words.map((word) => [word, word] as const),
  ]);
  const foreign = Object.keys(aliases);
  return scalarType({
    name: words.join(" | "),
    phrase: "one of the known words",
    example: words[0] ?? "",
    hint: (text) => {
      const near = nearest(text.trim(), words);
      const all = `one of ${words.join(", ")}`;
      return near === null ? all : `did you mean ${near}? It is ${all}`;
    },
    parse: (text) => meanings.get(text.trim()),
    write: (word) => word,
    schema: withVariable(
      { enum: words },
      // YAML reads some of the other words as booleans.
      ...(foreign.includes("true") ? [{ type: "boolean" }] : []),
      ...(foreign.length === 0 ? [] : [{ enum: foreign }]),
    ),
  });
}
