import type { Paths } from "./paths.ts";
import { planListeners } from "./listeners/plan-listeners.ts";
import { loadWith } from "./load-with.ts";

/** What a check found to be right. */
export interface CheckedConfiguration {
  readonly file: string;
  readonly processes: number;
  readonly files: number;
}

/** Checks a configuration as a start would, and starts nothing. Throws what a start would throw. */
export async function checkConfiguration(paths: Paths): Promise<CheckedConfiguration> {
  const { file, processes, files, settings } = await loadWith(paths.configFile, {});
  planListeners(settings.values.listen, paths.socketFile);
  return { file, processes: processes.length, files: files.length };
}
