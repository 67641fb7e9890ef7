import type {
  Configuration,
  EffectiveProcess,
  EnvironmentFiles,
  LoadInputs,
} from "../model/configuration.ts";
import type { SourceFile } from "../source/source-node.ts";
import type { FileSet } from "./file-set.ts";
import { modelFingerprint } from "./model-fingerprint.ts";
import type { ResolvedSettings } from "./resolve-settings.ts";

/** What makes up a loaded configuration. */
export interface ConfigurationParts {
  readonly files: FileSet;
  readonly inputs: LoadInputs;
  readonly settings: ResolvedSettings;
  readonly processes: readonly EffectiveProcess[];
  readonly groups: readonly string[];
  readonly environmentFiles: EnvironmentFiles;
}

/** A configuration that knows what it was made from. */
export class LoadedConfiguration implements Configuration {
  readonly file: string;
  readonly files: readonly SourceFile[];
  readonly local: SourceFile | null;
  readonly settings: ResolvedSettings;
  readonly processes: readonly EffectiveProcess[];
  readonly groups: readonly string[];
  readonly inputs: LoadInputs;
  readonly environmentFiles: EnvironmentFiles;
  #fingerprint: string | undefined;

  constructor(parts: ConfigurationParts) {
    const { files, inputs, settings, processes, groups } = parts;
    this.file = files.main.path;
    this.files = [files.main, ...files.included, ...(files.local === null ? [] : [files.local])];
    this.local = files.local;
    this.settings = settings;
    this.processes = processes;
    this.groups = groups;
    this.inputs = inputs;
    this.environmentFiles = parts.environmentFiles;
  }

  get fingerprint(): string {
    this.#fingerprint ??= modelFingerprint(this.settings, this.processes);
    return this.#fingerprint;
  }
}
