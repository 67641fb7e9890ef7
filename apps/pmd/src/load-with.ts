import { type Configuration, loadConfiguration } from "@dpm/config";
import type { RunFlags } from "./arguments.ts";

/** Reads and checks the configuration; what the command line says is its strongest layer. */
export function loadWith(
  file: string,
  { listen, logLevel, engine }: RunFlags,
): Promise<Configuration> {
  const settings = {
    ...(listen === undefined ? {} : { listen }),
    ...(engine === undefined ? {} : { engine }),
    ...(logLevel === undefined ? {} : { logLevel }),
  };
  return loadConfiguration({ file, environment: process.env, overrides: { settings } });
}
