import { resolve } from "node:path";
import { scalarType } from "./scalar-type.ts";
import { withVariable } from "./with-variable.ts";
import type { ValueType } from "./value-type.ts";

/** Any text. */
export const textType: ValueType<string> = scalarType({
  name: "text",
  phrase: "a text",
  example: "some words",
  parse: (text) => text,
  write: (text) => text,
  schema: { type: ["string", "number", "boolean"] },
});

/** A text with at least one character that is not a blank. */
export function nameType(what: {
  readonly name: string;
  readonly example: string;
}): ValueType<string> {
  return scalarType({
    ...what,
    phrase: `a ${what.name}`,
    parse: (text) => (text.trim() === "" ? undefined : text.trim()),
    write: (text) => text,
    schema: { type: ["string", "number"] },
  });
}

/** A path; relative ones start at the folder of the file that they stand in. */
export const pathType: ValueType<string> = scalarType({
  name: "path",
  phrase: "a path",
  example: "/srv/app",
  parse: (text, { folder }) => (text.trim() === "" ? undefined : resolve(folder, text)),
  write: (path) => path,
  schema: { type: "string", minLength: 1 },
});

const booleans = new Map([
  ["true", true],
  ["yes", true],
  ["on", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["off", false],
  ["0", false],
]);

/** Yes or no. */
export const booleanType: ValueType<boolean> = scalarType({
  name: "boolean",
  phrase: "a boolean",
  example: "true",
  hint: "true or false",
  parse: (text) => booleans.get(text.trim().toLowerCase()),
  write: String,
  schema: withVariable({ type: "boolean" }, { enum: [...booleans.keys()] }),
});
