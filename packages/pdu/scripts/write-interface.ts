import protobuf from "protobufjs";

import { commandRows } from "./write-commands.ts";

/** A field as far as compatibility cares: what a number means. */
export interface FieldShape {
  readonly name: string;
  readonly type: string;
  readonly repeated?: true;
  readonly oneof?: string;
}

/** The interface as data, to compare it with those of released versions. */
export interface InterfaceShape {
  readonly messages: Readonly<Record<string, Readonly<Record<string, FieldShape>>>>;
  readonly reserved: Readonly<Record<string, readonly (string | readonly number[])[]>>;
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly permissions: Readonly<Record<string, string>>;
}

function fieldShape(field: protobuf.Field): FieldShape {
  return {
    name: field.protoName,
    type: field.type,
    ...(field.repeated ? { repeated: true as const } : {}),
    ...(field.partOf ? { oneof: field.partOf.name } : {}),
  };
}

/** The shape of what a schema declares under `dpm.v1`. */
export function interfaceShape(root: protobuf.Root): InterfaceShape {
  const members = (root.lookup("dpm.v1") as protobuf.Namespace).nestedArray;
  const types = members.filter((member) => member instanceof protobuf.Type);
  const enums = members.filter((member) => member instanceof protobuf.Enum);
  return {
    messages: Object.fromEntries(
      types.map((type) => [
        type.name,
        Object.fromEntries(type.fieldsArray.map((field) => [field.id, fieldShape(field)])),
      ]),
    ),
    reserved: Object.fromEntries(
      types.filter((type) => type.reserved !== undefined).map((type) => [type.name, type.reserved]),
    ),
    enums: Object.fromEntries(enums.map((type) => [type.name, { ...type.valuesById }])),
    permissions: Object.fromEntries(commandRows(root).map((row) => [row.name, row.permission])),
  };
}
