import type { FieldTable } from "../values/value-type.ts";
import { spellings } from "../values/spellings.ts";
import type { Key } from "./key.ts";
import { processKeyTable } from "./process-key-table.ts";
import { settingKeyTable } from "./setting-key-table.ts";

/** One key as plain data, for help, completion and documentation. */
export interface KeyDescription {
  readonly name: string;
  /** Other names that are read as this one. */
  readonly aliases: readonly string[];
  /** For people, such as "duration". */
  readonly type: string;
  /** A right value, as one would write it. */
  readonly example: string;
  /** The built-in value as one would write it; empty: not set. */
  readonly default: string;
  /** The unit of the typed value. */
  readonly unit: "ms" | "bytes" | null;
  readonly doc: string;
  /** Never shown. */
  readonly secret: boolean;
  /** Whether a change needs a new instance of the process. */
  readonly restart: boolean;
  /** Whether a change needs a new start of the daemon. */
  readonly needsRestart: boolean;
  /** Whether `config set` or `setting set` can write it. */
  readonly writable: boolean;
  /** The keys inside, by name. */
  readonly fields: FieldTable | null;
}

/** Every key of a process, in the order in which they are shown. */
export const processKeys: readonly KeyDescription[] = Object.entries(processKeyTable).map(
  ([name, key]) => describeKey(name, key, { restart: key.restart, needsRestart: false }),
);

/** Every setting of the daemon, in the order in which they are shown. */
export const settingKeys: readonly KeyDescription[] = Object.entries(settingKeyTable).map(
  ([name, key]) => describeKey(name, key, { restart: false, needsRestart: key.needsRestart }),
);

function describeKey(
  name: string,
  key: Key<unknown>,
  consequences: Pick<KeyDescription, "restart" | "needsRestart">,
): KeyDescription {
  const { type, doc, secret = false, aliases } = key;
  return {
    name,
    aliases: spellings(name, aliases).slice(1),
    type: type.name,
    example: type.example,
    default: type.write(key.default),
    unit: type.unit ?? null,
    doc,
    secret,
    ...consequences,
    writable: !type.repeats || type.separator !== undefined || type.fields === undefined,
    fields: type.fields ?? null,
  };
}
