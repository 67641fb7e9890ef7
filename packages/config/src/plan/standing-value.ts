import { maskSecrets } from "../display/mask-secrets.ts";
import type { ValueOrigin } from "../model/origin.ts";
import type { SourceFile } from "../source/source-node.ts";
import type { StandingValue } from "./edit-plan.ts";
import { formatKeyPath, type KeyPath } from "./parse-key-path.ts";

/** What a file says already of a key that was to get this value. */
export function standingValue(
  { path, value }: { readonly path: KeyPath; readonly value: string },
  origins: Readonly<Record<string, ValueOrigin>>,
  file: SourceFile,
): StandingValue {
  const key = formatKeyPath(path);
  // A variable has an origin of its own, any other part that of its whole.
  const at = (origins[key] ?? origins[path.key])?.at ?? file.root.at;
  return { key, value: maskSecrets(key, value), at };
}
