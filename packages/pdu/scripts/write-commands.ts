import type protobuf from "protobufjs";

import type { Schema } from "./load-proto.ts";

const words = {
  PERMISSION_READ: "read",
  PERMISSION_OPERATE: "operate",
  PERMISSION_ADMIN: "admin",
} as const;

/** One row of the command table. */
export interface CommandRow {
  readonly name: string;
  readonly capability: string;
  readonly permission: "read" | "operate" | "admin";
}

function permissionOf(field: protobuf.Field): CommandRow["permission"] {
  const option: unknown = field.resolvedType?.getOption("(permission)");
  const word = words[option as keyof typeof words] as CommandRow["permission"] | undefined;
  if (word === undefined) {
    throw new Error(
      `${field.type}: a command's request needs "option (permission) = PERMISSION_…;", it has ${JSON.stringify(option) ?? "none"}`,
    );
  }
  return word;
}

/** The commands of `Request`, in the order of the proto. Throws when one stands without a permission. */
export function commandRows(root: protobuf.Root): readonly CommandRow[] {
  const command = root.lookupType("dpm.v1.Request").oneofs["command"];
  if (command === undefined) throw new Error("Request has no oneof named command");
  return command.fieldsArray.map((field) => ({
    name: field.name,
    capability: field.protoName.replaceAll("_", "."),
    permission: permissionOf(field),
  }));
}

/** The text of `commands.ts`. */
export function commandSource(schema: Schema): string {
  const rows = commandRows(schema.root).map(
    (row) =>
      `  ${row.name}: { capability: "${row.capability}", permission: "${row.permission}" },\n`,
  );
  return [
    "// Generated from proto/ by scripts/generate.ts. Do not edit.\n",
    "/** Every command of `Request`: its name as a capability and the permission that its proto option asks for. */\n",
    `export const commandTable = {\n${rows.join("")}} as const;\n`,
  ].join("");
}
