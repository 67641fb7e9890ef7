import type protobuf from "protobufjs";

import type { Schema } from "./load-proto.ts";

// pbjs can write declarations itself (--dts), but with --null-semantics it declares absent messages as present,
// every field of a decoded message as optional, and it needs the `long` package for numbers that are never Longs here.
// These say what decodePdu really returns and what encodePdu really takes.

const scalars: Readonly<Record<string, string>> = {
  string: "string",
  bool: "boolean",
  bytes: "Uint8Array",
  uint32: "number",
  int32: "number",
  uint64: "number",
};

/** The TypeScript name of a message or enum: the proto's, but for `Error`, which would hide the global one. */
function typeName(name: string): string {
  return name === "Error" ? "ErrorPdu" : name;
}

function comment(text: string | null, indent: string): string {
  return text === null || text === undefined
    ? ""
    : `${indent}/** ${text.replaceAll("\n", ` `)} */\n`;
}

function isMessage(field: protobuf.Field): boolean {
  return field.resolvedType !== null && "fields" in field.resolvedType;
}

function baseType(field: protobuf.Field, suffix: "" | "Init"): string {
  if (field.resolvedType !== null)
    return typeName(field.resolvedType.name) + (isMessage(field) ? suffix : "");
  const scalar = scalars[field.type];
  if (scalar === undefined)
    throw new Error(`${field.fullName}: no TypeScript type for ${field.type}`);
  return scalar;
}

function isOptional(field: protobuf.Field): boolean {
  return field.getOption("proto3_optional") === true;
}

function decodedField(field: protobuf.Field): string {
  const base = baseType(field, "");
  if (field.repeated) return `readonly ${field.name}: readonly ${base}[];`;
  if (isMessage(field)) return `readonly ${field.name}: ${base} | null;`;
  return `readonly ${field.name}${isOptional(field) ? "?" : ""}: ${base};`;
}

function initField(field: protobuf.Field): string {
  const base = baseType(field, "Init");
  return `readonly ${field.name}?: ${field.repeated ? `readonly ${base}[]` : base} | null | undefined;`;
}

function realOneofs(type: protobuf.Type): readonly protobuf.OneOf[] {
  return type.oneofsArray.filter((oneof) => !oneof.fieldsArray.every(isOptional));
}

function oneofMembers(oneof: protobuf.OneOf, suffix: "" | "Init"): string {
  const members = oneof.fieldsArray.map(
    (field) =>
      `${comment(field.comment, "  ")}  readonly ${field.name}: ${baseType(field, suffix)};\n`,
  );
  return `{\n${members.join("")}}`;
}

function declare(typed: string, of: string, tail: readonly string[]): string {
  return tail.length === 0
    ? `export interface ${typed} {\n${of}}\n`
    : `export type ${typed} = {\n${of}} & ${tail.join(" & ")};\n`;
}

function messageTypes(type: protobuf.Type): string {
  const name = typeName(type.name);
  const oneofs = realOneofs(type);
  const inOneof = new Set(oneofs.flatMap((oneof) => oneof.fieldsArray));
  const fields = type.fieldsArray.filter((field) => !inOneof.has(field));
  const body = (line: (field: protobuf.Field) => string): string =>
    fields.map((field) => `${comment(field.comment, "  ")}  ${line(field)}\n`).join("");
  return [
    comment(type.comment, ""),
    declare(
      name,
      body(decodedField),
      oneofs.map((oneof) => `DecodedOneof<"${oneof.name}", ${oneofMembers(oneof, "")}>`),
    ),
    "\n",
    `/** What makes {@link ${name}}: fields left out have their default. */\n`,
    declare(
      `${name}Init`,
      body(initField),
      oneofs.map((oneof) => `OneofInit<"${oneof.name}", ${oneofMembers(oneof, "Init")}>`),
    ),
  ].join("");
}

/** `PROCESS_STATE_STOPPED` of `ProcessState` is the word `stopped`. */
function enumWord(type: protobuf.Enum, value: string): string {
  const prefix = `${type.name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase()}_`;
  if (!value.startsWith(prefix))
    throw new Error(`${type.name}.${value}: the name has to start with ${prefix}`);
  return value.slice(prefix.length).toLowerCase().replaceAll("_", "-");
}

function enumTable(type: protobuf.Enum): string {
  const name = type.name[0]?.toLowerCase() + type.name.slice(1);
  const rows = Object.entries(type.values).map(
    ([value, number]) =>
      `${comment(type.comments[value] ?? null, "  ")}  ${enumWord(type, value)}: ${number},\n`,
  );
  return [
    comment(type.comment, ""),
    `export const ${name} = {\n${rows.join("")}} as const;\n\n`,
    `/** The number of a {@link ${name}} as it crosses the wire; a newer peer may send one that is not in the table. */\n`,
    `export type ${type.name} = number;\n\n`,
    `/** The word of a {@link ${name}}. */\n`,
    `export type ${type.name}Word = keyof typeof ${name};\n`,
  ].join("");
}

/** The text of `messages.ts`: a decoded and an init type for each message. */
export function messageSource(schema: Schema): string {
  const enums = schema.enums.map((type) => type.name).toSorted();
  return [
    "// Generated from proto/ by scripts/generate.ts. Do not edit.\n",
    'import type { DecodedOneof, OneofInit } from "../one-of.ts";\n',
    `import type { ${enums.join(", ")} } from "./enums.ts";\n\n`,
    schema.messages.map(messageTypes).join("\n"),
  ].join("");
}

/** The text of `enums.ts`: a table of numbers by word for each enum. */
export function enumSource(schema: Schema): string {
  return [
    "// Generated from proto/ by scripts/generate.ts. Do not edit.\n",
    schema.enums.map(enumTable).join("\n"),
  ].join("");
}
