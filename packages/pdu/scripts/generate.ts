// Writes src/gen from proto/. Run it after each change of a .proto file and commit what it writes.
//   node scripts/generate.ts [DIRECTORY]
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { loadProto, type Schema } from "./load-proto.ts";
import { commandSource } from "./write-commands.ts";
import { interfaceShape } from "./write-interface.ts";
import { enumSource, messageSource } from "./write-types.ts";
import { wireSource } from "./write-wire.ts";

const pbjs = fileURLToPath(import.meta.resolve("protobufjs-cli/bin/pbjs"));

interface DpmJson {
  readonly nested: { readonly v1: { readonly nested: Record<string, unknown> } };
}

/** The static codec by pbjs, of our own messages only: descriptor.proto, needed for the options, would make it ten times as long. */
function codecSource(schema: Schema): string {
  const scratch = mkdtempSync(join(tmpdir(), "dpm-pbjs-"));
  try {
    const json = schema.root.toJSON() as { readonly nested: { readonly dpm: DpmJson } };
    const { dpm } = json.nested;
    delete dpm.nested.v1.nested["Permission"];
    delete dpm.nested.v1.nested["permission"];
    const input = join(scratch, "dpm.json");
    writeFileSync(input, JSON.stringify({ ...json, nested: { dpm } }));
    const output = join(scratch, "codec.js");
    const target = [
      "-t",
      "static-module",
      "-w",
      "esm",
      "-r",
      "dpm_pdu_v1",
      "--force-number",
      "--null-semantics",
    ];
    const without = [
      "--no-service",
      "--no-typeurl",
      "--no-comments",
      "--no-delimited",
      "--no-verify",
      "--no-create",
    ];
    execFileSync(process.execPath, [pbjs, ...target, ...without, "-o", output, input]);
    return `// Generated from proto/ by scripts/generate.ts. Do not edit.\n${readFileSync(output, "utf8")}`;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const codecDeclaration = `// Generated from proto/ by scripts/generate.ts. Do not edit.
import type { Reader, Writer } from "protobufjs/minimal.js";

import type { FrameInit } from "./messages.ts";

/** The codec of Frame, as pbjs writes it; every other message is reached through it. It is for the JSON form of frames, and what that of this package is held against. */
export declare const dpm: {
  readonly v1: {
    readonly Frame: {
      encode(message: FrameInit): Writer;
      decode(reader: Reader | Uint8Array): object;
      fromObject(object: object): object;
      toObject(message: object, options: object): object;
    };
  };
};
`;

const directory = process.argv[2] ?? join(import.meta.dirname, "..", "src", "gen");
mkdirSync(directory, { recursive: true });
const schema = loadProto();
const files: Readonly<Record<string, string>> = {
  "codec.js": codecSource(schema),
  "codec.d.ts": codecDeclaration,
  "messages.ts": messageSource(schema),
  "enums.ts": enumSource(schema),
  "wire.ts": wireSource(schema),
  "commands.ts": commandSource(schema),
  "interface.json": `${JSON.stringify(interfaceShape(schema.root), undefined, 1)}\n`,
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
