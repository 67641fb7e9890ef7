import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { loadProto } from "../scripts/load-proto.ts";
import { decodePdu, encodePdu, type FrameJson, frameFromJson, frameToJson } from "./index.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "golden");
const golden = readdirSync(folder).flatMap(
  (file) =>
    JSON.parse(readFileSync(join(folder, file), "utf8")) as readonly {
      readonly name: string;
      readonly frame: FrameJson;
      readonly hex: string;
    }[],
);

const oneofs = loadProto().messages.flatMap(({ oneofsArray }) =>
  oneofsArray
    .filter(({ name }) => !name.startsWith("_"))
    .map(({ name, oneof }) => [name, oneof] as const),
);

describe("golden bytes", () => {
  test.each(golden)("encodes as it always did: $name", ({ frame, hex }) => {
    expect(Buffer.from(encodePdu(frameFromJson(frame))).toString("hex")).toBe(hex);
  });

  test.each(golden)("decodes as it always did: $name", ({ frame, hex }) => {
    expect(frameToJson(decodePdu(Buffer.from(hex, "hex")))).toEqual(frame);
  });

  test.each(oneofs)("have every member of the oneof %s", (_name, members) => {
    const seen = new Set(golden.flatMap(({ frame }) => keysIn(frame)));
    expect(members.filter((member) => !seen.has(member))).toEqual([]);
  });
});

function keysIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}
