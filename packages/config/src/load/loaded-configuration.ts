import type { Configuration, EffectiveProcess, LoadInputs } from "../model/configuration.ts";
import type { SourceFile } from "../source/source-node.ts";
import type { Document } from "./document.ts";
import type { FileSet } from "./file-set.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { ResolvedSettings } from "./resolve-settings.ts";

/** What makes up a loaded configuration. */
export interface ConfigurationParts {
  readonly files: FileSet;
  readonly inputs: LoadInputs;
  readonly settings: ResolvedSettings;
  readonly processes: readonly EffectiveProcess[];
  readonly groups: readonly string[];
  readonly document: Document;
}

/** A configuration that knows what it was made from. */
export class LoadedConfiguration implements Configuration {
  readonly file: string;
  readonly files: readonly SourceFile[];
  readonly settings: ResolvedSettings;
  readonly processes: readonly EffectiveProcess[];
  readonly groups: readonly string[];
  readonly inputs: LoadInputs;
  readonly fileSet: FileSet;
  readonly document: Document;
  #fingerprint: string | undefined;

  constructor({ files, inputs, settings, processes, groups, document }: ConfigurationParts) {
    this.file = files.main.path;
    this.files = [files.main, ...files.included, ...(files.local === null ? [] : [files.local])];
    this.settings = settings;
    this.processes = processes;
    this.groups = groups;
    this.inputs = inputs;
    this.fileSet = files;
    this.document = document;
  }

  get fingerprint(): string {
    this.#fingerprint ??= fingerprintOf(this.settings, this.processes);
    return this.#fingerprint;
  }
}
