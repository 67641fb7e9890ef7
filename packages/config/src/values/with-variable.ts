import type { JsonSchema } from "./value-type.ts";

/** A schema that also takes a text with a variable in it, whatever that will stand for. */
export function withVariable(...choices: readonly JsonSchema[]): JsonSchema {
  return { anyOf: [...choices, { type: "string", pattern: "\\$\\{" }] };
}
