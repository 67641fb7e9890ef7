import type protobuf from "protobufjs";

import type { Schema } from "./load-proto.ts";

// The codec that runs: it reads bytes straight into the plain objects that decodePdu promises, and knows no other form of
// them. That of pbjs makes instances of classes first, which a second pass turns into plain objects, and most of it is for
// what nobody asks of a frame here; a command of pmc spent more time on loading it than on its answer.

type Field = protobuf.Field;

const isOptional = (field: Field): boolean => field.getOption("proto3_optional") === true;
const isMessage = (field: Field): boolean =>
  field.resolvedType !== null && "fields" in field.resolvedType;
const nameOf = (name: string): string => (name === "Error" ? "ErrorPdu" : name);
const messageOf = (field: Field): string => nameOf(field.resolvedType?.name ?? "");
const realOneofs = (type: protobuf.Type): readonly protobuf.OneOf[] =>
  type.oneofsArray.filter((oneof) => !oneof.fieldsArray.every(isOptional));

interface Scalar {
  readonly wireType: 0 | 2;
  readonly read: string;
  readonly write: string;
  readonly type: string;
  readonly zero: string;
}

const scalars: Readonly<Record<string, Scalar>> = {
  string: { wireType: 2, read: "string", write: "writeString", type: "string", zero: '""' },
  bytes: { wireType: 2, read: "view", write: "writeBytes", type: "Uint8Array", zero: "noBytes" },
  bool: { wireType: 0, read: "bool", write: "writeBool", type: "boolean", zero: "false" },
  uint32: { wireType: 0, read: "uint32", write: "writeUint32", type: "number", zero: "0" },
  uint64: { wireType: 0, read: "uint64", write: "writeUint64", type: "number", zero: "0" },
  int32: { wireType: 0, read: "int32", write: "writeInt32", type: "number", zero: "0" },
};

function scalarOf(field: Field): Scalar {
  const scalar = scalars[field.resolvedType === null ? field.type : "int32"];
  if (scalar === undefined) throw new Error(`${field.fullName}: no codec for ${field.type}`);
  return scalar;
}

const tagOf = (field: Field, wireType: number): number => field.id * 8 + wireType;

function localType(field: Field): string {
  const one = isMessage(field) ? messageOf(field) : scalarOf(field).type;
  if (field.repeated) return `${one}[]`;
  if (isMessage(field)) return `${one} | null`;
  return isOptional(field) ? `${one} | undefined` : one;
}

function localZero(field: Field): string {
  if (field.repeated) return "[]";
  if (isMessage(field)) return "null";
  return isOptional(field) ? "undefined" : scalarOf(field).zero;
}

function readField(field: Field): string {
  const { name } = field;
  if (isMessage(field)) {
    const read = (into: string): string => `read${messageOf(field)}(reader, ${into})`;
    const what = field.repeated ? `${name}.push(${read("null")})` : `${name} = ${read(name)}`;
    return `      case ${tagOf(field, 2)}:\n        ${what};\n        break;\n`;
  }
  const { wireType, read } = scalarOf(field);
  const one = `reader.${read}()`;
  const what = field.repeated ? `${name}.push(${one})` : `${name} = ${one}`;
  const plain = `      case ${tagOf(field, wireType)}:\n        ${what};\n        break;\n`;
  if (!field.repeated || wireType === 2) return plain;
  const list = `const outer = reader.open();\n        while (reader.pos < reader.end) ${what};\n        reader.end = outer;`;
  return `${plain}      case ${tagOf(field, 2)}: {\n        ${list}\n        break;\n      }\n`;
}

function readMember(oneof: protobuf.OneOf, field: Field): string {
  const type = messageOf(field);
  const into = `${oneof.name} === "${field.name}" ? (${oneof.name}Value as ${type}) : null`;
  return `      case ${tagOf(field, 2)}:\n        ${oneof.name}Value = read${type}(reader, ${into});\n        ${oneof.name} = "${field.name}";\n        break;\n`;
}

/** A message that is sent in pieces is put together: what comes later counts, lists are joined. */
function readMessage(type: protobuf.Type, isRoot: boolean): string {
  const name = nameOf(type.name);
  const oneofs = realOneofs(type);
  const inOneof = new Set(oneofs.flatMap((oneof) => oneof.fieldsArray));
  const fields = type.fieldsArray.filter((field) => !inOneof.has(field));
  const [oneof, ...others] = oneofs;
  if (others.length > 0) throw new Error(`${type.name} has several oneofs`);
  const lines: string[] = [];
  for (const field of fields)
    lines.push(
      `  ${field.repeated && isRoot ? "const" : "let"} ${field.name}: ${localType(field)} = ${localZero(field)};\n`,
    );
  if (oneof !== undefined) {
    lines.push(`  let ${oneof.name}: string | undefined;\n  let ${oneof.name}Value: unknown;\n`);
  }
  if (!isRoot) {
    const taken = fields.map((field) => {
      const cast = field.repeated ? ` as ${localType(field)}` : "";
      return `    ${field.name} = into.${field.name}${cast};\n`;
    });
    if (oneof !== undefined)
      taken.push(
        `    ${oneof.name} = into.${oneof.name};\n`,
        `    if (${oneof.name} !== undefined) ${oneof.name}Value = into[${oneof.name} as keyof ${name}];\n`,
      );
    if (taken.length > 0) lines.push(`  if (into !== null) {\n${taken.join("")}  }\n`);
    lines.push("  const outer = reader.open();\n");
  }
  const cases = [
    ...fields.map(readField),
    ...(oneof?.fieldsArray.map((field) => readMember(oneof, field)) ?? []),
  ].join("");
  lines.push(
    "  while (reader.pos < reader.end) {\n    const tag = reader.tag();\n",
    cases === ""
      ? "    reader.skip(tag);\n"
      : `    switch (tag) {\n${cases}      default:\n        reader.skip(tag);\n    }\n`,
    "  }\n",
  );
  if (!isRoot) lines.push("  reader.end = outer;\n");
  const always = fields.filter((field) => !isOptional(field)).map((field) => field.name);
  const optional = fields.filter(isOptional).map((field) => field.name);
  if (oneof !== undefined) {
    if (optional.length > 0) throw new Error(`${type.name}: optional beside a oneof`);
    const members = oneof.fieldsArray.map((field) => {
      const all = [
        ...always,
        oneof.name,
        `${field.name}: ${oneof.name}Value as ${messageOf(field)}`,
      ];
      return `    case "${field.name}":\n      return { ${all.join(", ")} };\n`;
    });
    lines.push(
      `  switch (${oneof.name}) {\n${members.join("")}    default:\n      return { ${always.join(", ")} };\n  }\n`,
    );
  } else if (optional.length === 0) lines.push(`  return { ${always.join(", ")} };\n`);
  else {
    lines.push(`  const message: Mutable<${name}> = { ${always.join(", ")} };\n`);
    for (const field of optional)
      lines.push(`  if (${field} !== undefined) message.${field} = ${field};\n`);
    lines.push("  return message;\n");
  }
  const unused = fields.length === 0 && oneof === undefined ? "_into" : "into";
  const parameters = isRoot
    ? "reader: WireReader"
    : `reader: WireReader, ${unused}: ${name} | null`;
  return `${isRoot ? `/** Reads a ${name}, to the end of the bytes. */\nexport ` : ""}function read${name}(${parameters}): ${name} {\n${lines.join("")}}\n`;
}

function writeField(field: Field): string {
  const { name } = field;
  const value = `message.${name}`;
  if (isMessage(field)) {
    const write = (what: string, indent: string): string =>
      [
        `const opened = openMessage(${tagOf(field, 2)});`,
        `write${messageOf(field)}(${what});`,
        "closeMessage(opened);",
      ]
        .map((line) => `${indent}${line}\n`)
        .join("");
    return field.repeated
      ? `  for (const one of ${value} ?? []) {\n${write("one", "    ")}  }\n`
      : `  if (${value} != null) {\n${write(value, "    ")}  }\n`;
  }
  const { wireType, write, zero } = scalarOf(field);
  if (!field.repeated) {
    const isLeftOut = field.type === "bytes" ? `${value}.length > 0` : `${value} !== ${zero}`;
    const condition = isOptional(field) || field.partOf ? "" : ` && ${isLeftOut}`;
    return `  if (${value} != null${condition}) ${write}(${tagOf(field, wireType)}, ${value});\n`;
  }
  if (wireType === 2)
    return `  for (const one of ${value} ?? []) ${write}(${tagOf(field, 2)}, one);\n`;
  if (field.type !== "uint32") throw new Error(`${field.fullName}: no list of ${field.type}`);
  return [
    `  if (${value} != null && ${value}.length > 0) {\n`,
    `    const opened = openMessage(${tagOf(field, 2)});\n`,
    `    for (const one of ${value}) writeVarint(one >>> 0);\n`,
    "    closeMessage(opened);\n  }\n",
  ].join("");
}

function writeMessage(type: protobuf.Type, isRoot: boolean): string {
  const name = nameOf(type.name);
  const fields = type.fieldsArray.toSorted((left, right) => left.id - right.id);
  const parameter = fields.length === 0 ? "_message" : "message";
  const doc = isRoot ? `/** Writes a ${name} into the message that was begun. */\nexport ` : "";
  return `${doc}function write${name}(${parameter}: ${name}Init): void {\n${fields.map(writeField).join("")}}\n`;
}

/** One that holds itself could nest as deep as a frame is long. */
function assertNotRecursive(type: protobuf.Type, within: readonly protobuf.Type[] = []): void {
  if (within.includes(type)) throw new Error(`${type.name} holds itself`);
  for (const field of type.fieldsArray)
    if (isMessage(field))
      assertNotRecursive(field.resolvedType as protobuf.Type, [...within, type]);
}

/** The text of `wire.ts`: how a frame is read and written. */
export function wireSource({ messages }: Schema): string {
  const root = messages.find(({ name }) => name === "Frame");
  if (root === undefined) throw new Error("there is no Frame");
  assertNotRecursive(root);
  const reached = new Set<protobuf.Type>();
  const reach = (type: protobuf.Type): void => {
    reached.add(type);
    for (const field of type.fieldsArray)
      if (isMessage(field)) reach(field.resolvedType as protobuf.Type);
  };
  reach(root);
  const types = messages.filter((type) => reached.has(type));
  const names = types.flatMap(({ name }) => [nameOf(name), `${nameOf(name)}Init`]).toSorted();
  const code = types.flatMap((type) => [
    readMessage(type, type === root),
    writeMessage(type, type === root),
  ]);
  const text = code.join("\n");
  const writers = [
    "closeMessage",
    "openMessage",
    "writeVarint",
    ...Object.values(scalars).map(({ write }) => write),
  ]
    .filter((name) => text.includes(`${name}(`))
    .toSorted();
  return [
    "// Generated from proto/ by scripts/generate.ts. Do not edit.\n",
    `import type {\n${names.map((name) => `  ${name},\n`).join("")}} from "./messages.ts";\n`,
    'import type { WireReader } from "../wire-reader.ts";\n',
    `import {\n${writers.map((name) => `  ${name},\n`).join("")}} from "../wire-writer.ts";\n\n`,
    "type Mutable<Message> = { -readonly [Key in keyof Message]: Message[Key] };\n\n",
    text.includes("noBytes") ? "const noBytes = new Uint8Array();\n\n" : "",
    text,
  ].join("");
}
