import type { Key } from "../keys/key.ts";
import { processKeyTable } from "../keys/process-key-table.ts";
import { settingKeyTable } from "../keys/setting-key-table.ts";
import { spellings } from "../values/spellings.ts";
import type { JsonSchema } from "../values/value-type.ts";

/**
 * The JSON Schema of configuration files in YAML, TOML and JSON, made from the table of keys.
 * In the words of draft 7, which every editor knows.
 */
export function jsonSchema(): JsonSchema {
  const processes = elements("process");
  const groups = elements("group");
  const keysOfProcess = references("key", processKeyTable);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Daemon Process Manager configuration",
    ...object({
      $schema: { type: "string" },
      settings: ref("settings"),
      include: {
        description: "Files to read as well, relative to this one; patterns such as conf.d/*.yaml.",
        anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }],
      },
      defaults: ref("defaults"),
      group: groups,
      groups,
      process: processes,
      processes,
    }),
    definitions: {
      settings: {
        description: "The daemon's own settings.",
        ...object(references("setting", settingKeyTable)),
      },
      defaults: { description: "Values for all processes.", ...object(keysOfProcess) },
      group: {
        description: "Values for the processes of a group, and the processes.",
        ...object({ id, ...keysOfProcess, process: processes, processes }),
      },
      process: { description: "A process.", ...object({ id, group, ...keysOfProcess }) },
      ...definitions("setting", settingKeyTable),
      ...definitions("key", processKeyTable),
    },
  };
}

const name: JsonSchema = { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" };
const id: JsonSchema = { description: "A name that nothing else of its kind has.", ...name };
const group: JsonSchema = { description: "The name of its group.", ...name };

type Table = Readonly<Record<string, Key<unknown>>>;

function object(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: "object", additionalProperties: false, properties };
}

function ref(to: string): JsonSchema {
  return { $ref: `#/definitions/${to}` };
}

/** One element, a list of them, or a mapping by id. */
function elements(of: string): JsonSchema {
  const element = { allOf: [ref(of), { type: "object", required: ["id"] }] };
  const mapping = {
    type: "object",
    propertyNames: name,
    additionalProperties: { anyOf: [ref(of), { type: "null" }] },
  };
  return { anyOf: [{ type: "array", items: element }, element, mapping] };
}

/** Every spelling of every key, each with the schema of its key. */
function references(prefix: string, table: Table): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([key, { aliases }]) =>
      spellings(key, aliases).map((spelling) => [spelling, ref(`${prefix}.${key}`)]),
    ),
  );
}

function definitions(prefix: string, table: Table): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(table).map(([key, entry]) => [
      `${prefix}.${key}`,
      { description: entry.doc, ...defaultOf(entry), ...allowNull(entry.type.schema) },
    ]),
  );
}

/** A key without a value, as YAML allows it, is not given. */
function allowNull(schema: JsonSchema): JsonSchema {
  const choices: unknown = schema["anyOf"];
  return { anyOf: [...(Array.isArray(choices) ? choices : [schema]), { type: "null" }] };
}

function defaultOf(key: Key<unknown>): JsonSchema {
  const value = key.default;
  const text = value === null || typeof value === "object" ? "" : key.type.write(value);
  return text === "" ? {} : { default: typeof value === "boolean" ? value : text };
}
