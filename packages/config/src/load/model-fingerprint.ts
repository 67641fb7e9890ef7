import { createHash } from "node:crypto";
import type { Key } from "../keys/key.ts";
import { processKeyTable } from "../keys/process-key-table.ts";
import { settingKeyTable } from "../keys/setting-key-table.ts";
import { sameValue } from "../layers/same-value.ts";
import type { EffectiveProcess, EffectiveSettings } from "../model/configuration.ts";

/** SHA-256 of everything that has an effect, in hexadecimal; where a value came from does not count. */
export function modelFingerprint(
  settings: EffectiveSettings,
  processes: readonly EffectiveProcess[],
): string {
  const hash = createHash("sha256");
  hash.update(canonical(setValues(settingKeyTable, settings.values)));
  for (const { id, group, argv, values, environment } of processes) {
    hash.update(
      `\n${canonical([id, group, argv, environment, setValues(processKeyTable, values)])}`,
    );
  }
  return hash.digest("hex");
}

/** What is not as built in, in the order of the table. */
function setValues(
  table: Readonly<Record<string, Key<unknown>>>,
  values: object,
): readonly unknown[] {
  return Object.entries(table).flatMap(([name, key]) => {
    const value: unknown = (values as Readonly<Record<string, unknown>>)[name];
    return sameValue(value, key.default) ? [] : [name, value];
  });
}

/** JSON that is the same for the same value: keys of records sorted, infinity told from null. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
  }
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}
