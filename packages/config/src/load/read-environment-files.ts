import { isDpmError } from "@dpm/errors";
import type { EnvironmentFiles } from "../model/configuration.ts";
import type { Problem } from "../source/problem.ts";
import { readBytes } from "../source/read-source-file.ts";
import { checkFileAccess } from "./check-file-access.ts";
import { mapConcurrently } from "./map-concurrently.ts";
import { parseEnvironmentFile } from "./parse-environment-file.ts";
import type { ResolvedProcess } from "./resolved-process.ts";

const filesAtOnce = 32;

/** Reads the files of `envFile`, each once. What is wrong is reported. */
export async function readEnvironmentFiles(
  processes: readonly ResolvedProcess[],
  report: (problem: Problem) => void,
): Promise<EnvironmentFiles> {
  const places = new Map<string, Problem["at"]>();
  for (const { values, stack, node } of processes) {
    for (const path of values.envFile) {
      places.set(path, places.get(path) ?? stack.placeOf("envFile", node));
    }
  }
  return new Map(
    await mapConcurrently([...places], filesAtOnce, async ([path, at]) => {
      return [path, await readVariables(path, at, report)] as const;
    }),
  );
}

/** Puts the variables of the files of `envFile` under those of `environment`. */
export function putUnderEnvironment(
  contents: EnvironmentFiles,
  processes: readonly ResolvedProcess[],
): void {
  for (const process of processes) {
    if (process.values.envFile.length === 0) continue;
    const layers = process.values.envFile.map((path) => contents.get(path) ?? {});
    process.environment = Object.assign({}, ...layers, process.values.environment) as Record<
      string,
      string
    >;
  }
}

async function readVariables(
  path: string,
  at: Problem["at"],
  report: (problem: Problem) => void,
): Promise<Readonly<Record<string, string>>> {
  try {
    const refusal = await checkFileAccess(path);
    if (refusal !== null) {
      report(refusal);
    }
    const bytes = await readBytes(path);
    return parseEnvironmentFile({ path, text: new TextDecoder().decode(bytes) }, report);
  } catch (error) {
    if (!isDpmError(error)) {
      throw error;
    }
    report({ at, message: `envFile: ${error.message}` });
    return {};
  }
}
