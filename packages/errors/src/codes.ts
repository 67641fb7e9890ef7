import type { CodeEntry } from "./code-entry.ts";
import { commandCodes } from "./codes/command.ts";
import { configCodes } from "./codes/config.ts";
import { daemonCodes } from "./codes/daemon.ts";
import { generalCodes } from "./codes/general.ts";
import { processCodes } from "./codes/process.ts";
import { wireCodes } from "./codes/wire.ts";

type Codes = typeof generalCodes &
  typeof commandCodes &
  typeof wireCodes &
  typeof configCodes &
  typeof processCodes &
  typeof daemonCodes;

/** Every error code, by name. One file per area under `codes/`. */
export const codes: Codes = {
  ...generalCodes,
  ...commandCodes,
  ...wireCodes,
  ...configCodes,
  ...processCodes,
  ...daemonCodes,
};

/** The stable name of an error, such as `ERR_DPM_INTERNAL`. Names never change their meaning. */
export type Code = keyof Codes;

/** The typed details that a code carries. */
export type DetailsOf<C extends Code> = Codes[C] extends CodeEntry<infer Details> ? Details : never;
