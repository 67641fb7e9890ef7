import type { Configuration, LoadInputs } from "../model/configuration.ts";
import { assembleConfiguration } from "./assemble-configuration.ts";
import { gatherFiles } from "./gather-files.ts";
import { ProblemList } from "./problem-list.ts";

/** What is loaded. */
export interface LoadOptions extends LoadInputs {
  /** Path of the main file. */
  readonly file: string;
}

/**
 * Reads a main file, what it includes and its local override, and checks all of it.
 * Throws `ERR_DPM_CONFIG_INVALID` with every problem of every file, and `ERR_DPM_CONFIG_NOT_FOUND`, `ERR_DPM_CONFIG_NOT_READABLE`,
 * `ERR_DPM_CONFIG_TOO_LARGE` or `ERR_DPM_CONFIG_UNKNOWN_FORMAT` for the main file itself.
 */
export async function loadConfiguration({
  file,
  environment,
  overrides,
}: LoadOptions): Promise<Configuration> {
  const problems = new ProblemList();
  const files = await gatherFiles(file, {
    lookup: (name) => environment[name],
    report: problems.report,
  });
  const inputs = overrides === undefined ? { environment } : { environment, overrides };
  return assembleConfiguration({ files, inputs, problems });
}
