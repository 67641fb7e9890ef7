import protobuf from "protobufjs";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";

import { loadProto } from "../scripts/load-proto.ts";
import { commandRows } from "../scripts/write-commands.ts";
import { interfaceShape, type InterfaceShape } from "../scripts/write-interface.ts";
import { formatVersion, interfaceVersion } from "./index.ts";

const packageDirectory = join(import.meta.dirname, "..");
const released = readdirSync(join(packageDirectory, "fixtures", "interface")).map((file) => ({
  version: file.replace(".json", ""),
  shape: JSON.parse(
    readFileSync(join(packageDirectory, "fixtures", "interface", file), "utf8"),
  ) as InterfaceShape,
}));

/** What of a released interface means something else now, or nothing: in words, for the one who has broken it. */
function brokenPromises(before: InterfaceShape, now: InterfaceShape): readonly string[] {
  const broken: string[] = [];
  for (const [message, fields] of Object.entries(before.messages)) {
    for (const [number, field] of Object.entries(fields)) {
      const today = now.messages[message]?.[number];
      const isReserved = (now.reserved[message] ?? []).some(
        (range) =>
          typeof range !== "string" &&
          Number(number) >= (range[0] ?? 0) &&
          Number(number) <= (range[1] ?? 0),
      );
      if (today === undefined && isReserved) continue;
      if (JSON.stringify(today) !== JSON.stringify(field)) {
        broken.push(
          `${message}.${field.name} = ${number} is now ${today === undefined ? "missing and not reserved" : JSON.stringify(today)}`,
        );
      }
    }
  }
  for (const [name, values] of Object.entries(before.enums)) {
    for (const [number, value] of Object.entries(values)) {
      if (now.enums[name]?.[number] !== value)
        broken.push(
          `${name}.${value} = ${number} is now ${now.enums[name]?.[number] ?? "missing"}`,
        );
    }
  }
  for (const [command, permission] of Object.entries(before.permissions)) {
    if (now.permissions[command] !== permission)
      broken.push(`${command} needed ${permission}, now ${now.permissions[command] ?? "nothing"}`);
  }
  return broken;
}

const now = interfaceShape(loadProto().root);
const startOf = (text: string): InterfaceShape => interfaceShape(parsed(text));

/** A schema of one command, to try the rules on. */
function parsed(fields: string, option = "option (permission) = PERMISSION_READ;"): protobuf.Root {
  const source = `syntax = "proto3"; package dpm.v1;
    message StartRequest { ${option} ${fields} }
    message Request { oneof command { StartRequest start = 16; } }`;
  const { root } = protobuf.parse(source, new protobuf.Root());
  root.resolveAll();
  return root;
}

describe("the interface", () => {
  test.each(released)("keeps every promise of version $version", ({ shape }) => {
    expect(brokenPromises(shape, now)).toEqual([]);
  });

  test("has a snapshot of the version that it says it is, equal to what it is", () => {
    expect(
      released.find(({ version }) => version === formatVersion(interfaceVersion))?.shape,
    ).toEqual(now);
  });

  test("has its version in the history at the top of the envelope", () => {
    const envelope = readFileSync(
      join(packageDirectory, "proto", "dpm", "v1", "envelope.proto"),
      "utf8",
    );
    expect(envelope).toMatch(
      new RegExp(
        String.raw`^//   ${formatVersion(interfaceVersion).replace(".", String.raw`\.`)}  \S`,
        "m",
      ),
    );
  });

  test.each([
    ["removed", "string a = 1;"],
    ["renumbered", "string a = 1; uint32 b = 3;"],
    ["given another type", "string a = 1; uint64 b = 2;"],
    ["renamed", "string a = 1; uint32 c = 2;"],
    ["made repeated", "string a = 1; repeated uint32 b = 2;"],
  ])("is broken by a field that was %s", (_what, fields) => {
    expect(brokenPromises(startOf("string a = 1; uint32 b = 2;"), startOf(fields))).toHaveLength(1);
  });

  test("is not broken by a field that was added, or removed with its number reserved", () => {
    const before = startOf("string a = 1; uint32 b = 2;");
    expect(brokenPromises(before, startOf("string a = 1; uint32 b = 2; bool c = 3;"))).toEqual([]);
    expect(brokenPromises(before, startOf("string a = 1; reserved 2;"))).toEqual([]);
  });

  test("has no command without a permission: the generator refuses it", () => {
    expect(() => commandRows(parsed("", ""))).toThrow(/StartRequest.*needs "option \(permission\)/);
    expect(() => commandRows(parsed("", "option (permission) = PERMISSION_UNSPECIFIED;"))).toThrow(
      /StartRequest/,
    );
  });
});

describe("the generated code", () => {
  test("is what the generator makes of the .proto files today", () => {
    const fresh = mkdtempSync(join(tmpdir(), "dpm-generated-"));
    try {
      execFileSync(process.execPath, [join(packageDirectory, "scripts", "generate.ts"), fresh]);
      const committed = join(packageDirectory, "src", "gen");
      expect(readdirSync(fresh).toSorted()).toEqual(readdirSync(committed).toSorted());
      const differing = readdirSync(fresh).filter(
        (file) =>
          readFileSync(join(committed, file), "utf8") !== readFileSync(join(fresh, file), "utf8"),
      );
      expect(differing).toEqual([]);
    } finally {
      rmSync(fresh, { recursive: true });
    }
  }, 60_000);
});
