import type { ProcessValues } from "../model/process-values.ts";
import type { ProcessKey } from "./key.ts";

/** The part of the table of process keys that has these names. */
export type ProcessKeysOf<Names extends keyof ProcessValues> = {
  readonly [K in Names]: ProcessKey<ProcessValues[K]>;
};
