import { dirname } from "node:path";
import { readEnvironmentLayer } from "../layers/environment-layer.ts";
import type { Configuration, EnvironmentFiles, LoadInputs } from "../model/configuration.ts";
import { checkHooks } from "./check-hooks.ts";
import { checkLogFiles } from "./check-log-files.ts";
import { checkIds } from "./check-ids.ts";
import { collectFile } from "./collect-file.ts";
import { linkDependencies } from "./link-dependencies.ts";
import { emptyDocument } from "./document.ts";
import type { FileSet } from "./file-set.ts";
import { LoadedConfiguration } from "./loaded-configuration.ts";
import { byNaturalOrder } from "./natural-order.ts";
import { createPacer } from "./pacer.ts";
import type { ProblemList } from "./problem-list.ts";
import { putUnderEnvironment, readEnvironmentFiles } from "./read-environment-files.ts";
import { resolveProcess } from "./resolve-process.ts";
import type { ResolvedProcess } from "./resolved-process.ts";
import { commandLineLayer, resolveSettings } from "./resolve-settings.ts";

/** What a configuration is made of. */
export interface Assembling {
  readonly files: FileSet;
  readonly inputs: LoadInputs;
  /** May hold problems already. */
  readonly problems: ProblemList;
  /** What was read of the files of `envFile` before; else they are read from the disk. */
  readonly environmentFiles?: EnvironmentFiles;
}

/** Makes the configuration of files that were read; throws `ERR_DPM_CONFIG_INVALID` with all problems. */
export async function assembleConfiguration({
  files,
  inputs,
  problems,
  environmentFiles,
}: Assembling): Promise<Configuration> {
  const { report } = problems;
  const { environment, overrides } = inputs;
  const lookup = (name: string): string | undefined => environment[name];
  const document = emptyDocument();
  const pause = createPacer();
  for (const file of [files.main, ...files.included]) {
    collectFile(file, { document, strength: "main", report });
    await pause();
  }
  if (files.local !== null) {
    collectFile(files.local, { document, strength: "local", report });
  }
  const folder = dirname(files.main.path);
  const outside = readEnvironmentLayer({
    environment,
    ids: document.processes.keys(),
    folder,
    report,
  });
  const below = [document.settings.main, document.settings.local, outside.settings];
  const settings = resolveSettings(
    [...below, commandLineLayer({ overrides, below, folder, report })],
    { lookup, report },
  );
  const resolver = { document, lookup, environment: outside.processes, report };
  const unsorted: ResolvedProcess[] = [];
  for (const source of document.processes.values()) {
    unsorted.push(...resolveProcess(source, resolver));
    await pause();
  }
  const processes = unsorted.toSorted((left, right) => byNaturalOrder(left.id, right.id));
  checkIds(processes, document, report);
  const groups = [...document.groups.keys()].toSorted(byNaturalOrder);
  linkDependencies(processes, groups, report);
  checkHooks({ processes, groups, settings: settings.values, report });
  checkLogFiles(processes, report);
  const contents = environmentFiles ?? (await readEnvironmentFiles(processes, report));
  putUnderEnvironment(contents, processes);
  problems.throwIfAny();
  return new LoadedConfiguration({
    files,
    inputs,
    settings,
    processes,
    groups,
    environmentFiles: contents,
  });
}
