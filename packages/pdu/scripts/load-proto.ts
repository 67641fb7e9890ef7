import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import protobuf from "protobufjs";

/** The folder that is the root of the .proto files' imports. */
export const protoDirectory: string = join(import.meta.dirname, "..", "proto");

/** The name space that the generated code is made of. */
export interface Schema {
  readonly root: protobuf.Root;
  readonly messages: readonly protobuf.Type[];
  readonly enums: readonly protobuf.Enum[];
}

/** Reads all .proto files, with their comments. Messages and enums come in the order of their files and lines. */
export function loadProto(): Schema {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => {
    // descriptor.proto comes with protobufjs; it is needed to parse the options, and not part of what is generated.
    if (target.startsWith("google/protobuf/"))
      return fileURLToPath(import.meta.resolve(`protobufjs/${target}`));
    return target.startsWith(protoDirectory) ? target : join(protoDirectory, target);
  };
  const folder = join(protoDirectory, "dpm", "v1");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".proto"))
    .toSorted()
    .map((name) => join("dpm", "v1", name));
  root.loadSync(files, { keepCase: false, alternateCommentMode: true });
  root.resolveAll();
  const members = (root.lookup("dpm.v1") as protobuf.Namespace).nestedArray;
  return {
    root,
    messages: members.filter((member) => member instanceof protobuf.Type),
    enums: members
      .filter((member) => member instanceof protobuf.Enum)
      .filter(({ name }) => name !== "Permission"),
  };
}
