import { quote, split } from "shlex";
import type { SourceNode } from "../source/source-node.ts";
import type { ReadContext, ValueType } from "./value-type.ts";

/** Program and arguments: never empty. */
export type Argv = readonly [string, ...string[]];

/**
 * Splits a command as a shell would, without running one, and only then replaces `${…}` in each word,
 * so that a value with blanks in it stays one word.
 */
export function readWords(node: SourceNode, context: ReadContext): Argv | undefined {
  if (node.kind !== "scalar") {
    context.report({
      at: node.at,
      message: "a command is one text",
      hint: 'for example "sleep 1000"',
    });
    return undefined;
  }
  const words = splitWords(node.text);
  if (words === null) {
    const message = "the command has a quote that is never closed";
    context.report({
      at: node.at,
      message,
      hint: "close it, or write \\ before a quote that is meant as itself",
    });
    return undefined;
  }
  const expanded = words.map((word) => context.expand(word, node.at));
  if (!expanded.every((word) => word !== undefined)) {
    return undefined;
  }
  const [program, ...rest] = expanded;
  if (program === undefined || program === "") {
    context.report({
      at: node.at,
      message: "the command is empty",
      hint: 'for example "sleep 1000"',
    });
    return undefined;
  }
  return [program, ...rest];
}

/** As one would write it: quoted where a shell would need it. */
export function writeWords(words: readonly string[]): string {
  return words.map((word) => quote(word)).join(" ");
}

function splitWords(text: string): string[] | null {
  try {
    return split(text);
  } catch {
    return null;
  }
}

/** A command line that is split like shell words. */
export const shellWordsType: ValueType<Argv> = {
  name: "shell words",
  example: "sleep 1000",
  repeats: false,
  read: ([node], context) => (node === undefined ? undefined : readWords(node, context)),
  write: writeWords,
  schema: { type: "string", minLength: 1 },
};
