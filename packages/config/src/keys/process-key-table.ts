import type { ProcessValues } from "../model/process-values.ts";
import type { ProcessKey } from "./key.ts";
import { dependencyKeys } from "./dependency-keys.ts";
import { outputKeys } from "./output-keys.ts";
import { probeKeys } from "./probe-keys.ts";
import { programKeys } from "./program-keys.ts";
import { restartKeys } from "./restart-keys.ts";
import { stopKeys } from "./stop-keys.ts";

/** Every key of a process, in the order in which they are shown. */
export const processKeyTable: {
  readonly [K in keyof ProcessValues]: ProcessKey<ProcessValues[K]>;
} = {
  ...programKeys,
  ...restartKeys,
  ...stopKeys,
  ...dependencyKeys,
  ...outputKeys,
  ...probeKeys,
};
