import { createHash } from "node:crypto";
import type { EffectiveProcess, EffectiveSettings } from "../model/configuration.ts";

/** SHA-256 of everything that has an effect, in hexadecimal; where a value came from does not count. */
export function fingerprintOf(
  settings: EffectiveSettings,
  processes: readonly EffectiveProcess[],
): string {
  const hash = createHash("sha256");
  hash.update(canonical(settings.values));
  for (const { id, group, argv, values, environment } of processes) {
    hash.update(`\n${id}\n`);
    hash.update(canonical({ group, argv, values, environment }));
  }
  return hash.digest("hex");
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (typeof item === "number" && !Number.isFinite(item)) {
      return String(item);
    }
    return typeof item === "object" && item !== null && !Array.isArray(item)
      ? sortKeys(item)
      : item;
  });
}

function sortKeys(record: object): object {
  return Object.fromEntries(
    Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
}
