import { dpmError, nearest } from "@dpm/errors";
import type { Key } from "../keys/key.ts";
import type { Vocabulary } from "../values/group-entries.ts";

/** A key as it is typed: `stopTimeout`, `environment.PORT`, `readiness.period`. */
export interface KeyPath {
  readonly key: string;
  readonly part: string | null;
}

/** A key as one would type it, by its own name. */
export function formatKeyPath({ key, part }: KeyPath): string {
  return part === null ? key : `${key}.${part}`;
}

/** Whose keys are meant. */
export interface KeyOwner {
  readonly id: string | null;
  readonly vocabulary: Vocabulary;
  readonly table: Readonly<Record<string, Key<unknown>>>;
}

/** Splits a key as it is typed and finds its own name. Throws `ERR_DPM_CONFIG_NO_SUCH_KEY`. */
export function parseKeyPath(text: string, { id, vocabulary, table }: KeyOwner): KeyPath {
  const dot = text.indexOf(".");
  const [name, part] = dot === -1 ? [text, null] : [text.slice(0, dot), text.slice(dot + 1)];
  const key = vocabulary.keys.get(name)?.name;
  const entry = key === undefined ? undefined : table[key];
  // The group is the one key of a process that is not a value of it.
  if (key === undefined || (entry === undefined && key !== "group")) {
    throw dpmError("ERR_DPM_CONFIG_NO_SUCH_KEY", {
      id,
      key: text,
      nearest: nearest(name, Object.keys(table)),
    });
  }
  const fields = entry?.type.fields;
  const hasParts = entry?.merges === true || (fields !== undefined && !entry?.type.repeats);
  if (part !== null && (!hasParts || (fields !== undefined && !Object.hasOwn(fields, part)))) {
    const near = fields === undefined ? null : nearest(part, Object.keys(fields));
    throw dpmError("ERR_DPM_CONFIG_NO_SUCH_KEY", {
      id,
      key: text,
      nearest: near === null ? key : `${key}.${near}`,
    });
  }
  return { key, part };
}
