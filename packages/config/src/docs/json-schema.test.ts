import { assert, property } from "fast-check";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { refusalOf } from "../../test/support/configuration-files.ts";
import { definitions } from "../../test/support/random-model.ts";
import { processKeyTable } from "../keys/process-key-table.ts";
import { processKeys } from "../keys/key-description.ts";
import { jsonSchema } from "./json-schema.ts";

const validate = new Ajv({ strict: false }).compile(jsonSchema());

describe("the JSON Schema", () => {
  test("takes every configuration that is loaded", () => {
    assert(
      property(definitions, (all) => {
        expect(validate({ process: JSON.parse(JSON.stringify(all)) as unknown })).toBe(true);
      }),
    );
  });

  test.each<[string, object]>([
    ["a mapping by id", { process: { a: { command: "x" }, b: null } }],
    ["a single process", { process: { id: "a", command: "x" } }],
    [
      "groups with processes",
      { group: { g: { restart: "always", process: [{ id: "a", command: "x" }] } } },
    ],
    [
      "settings",
      {
        $schema: "schema.json",
        settings: { listen: ["127.0.0.1:1", { address: "unix:/x" }], logLevel: "info" },
      },
    ],
    [
      "includes and defaults",
      { include: ["a.json"], defaults: { stopTimeout: "5s", nice: 1, umask: "022" } },
    ],
    [
      "hooks, limits and variables",
      {
        process: [
          {
            id: "a",
            command: "${X}",
            shell: "${Y}",
            hook: [{ event: "on_exit", exec: "x" }],
            limits: { nofile: 5 },
            environment: ["A=1"],
          },
        ],
      },
    ],
  ])("takes %s", (_, content) => {
    expect(validate(content)).toBe(true);
  });

  test.each<[string, object]>([
    ["an unknown key of a process", { process: [{ id: "a", comand: "x" }] }],
    ["an unknown setting", { settings: { logLevle: "info" } }],
    ["an unknown key of all", { proces: [] }],
    ["a process without an id", { process: [{ command: "x" }] }],
    ["an id that is none", { process: [{ id: "-a", command: "x" }] }],
    ["a number out of range", { defaults: { nice: 20 } }],
    ["a word that is none", { settings: { logLevel: "loud" } }],
    ["an element for a value", { defaults: { nice: { a: 1 } } }],
    ["an unknown key of a hook", { defaults: { hook: { event: "on_exit", exce: "x" } } }],
  ])("refuses %s, as the loader does", async (_, content) => {
    expect(validate(content)).toBe(false);
    expect(await refusalOf({ files: { "pmd.json": JSON.stringify(content) } })).not.toEqual([]);
  });

  test("knows every spelling of every key", () => {
    for (const { name, aliases } of processKeys) {
      const key = processKeyTable[name as keyof typeof processKeyTable];
      const example: unknown =
        name === "environment"
          ? ["A=1"]
          : name === "limits"
            ? { nofile: 1 }
            : key.type.write(key.default as never);
      for (const spelling of [name, ...aliases]) {
        const written = example === "" ? null : example;
        expect(validate({ defaults: { [spelling]: written } }), spelling).toBe(true);
      }
    }
  });
});
