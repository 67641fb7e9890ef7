import type { SourceFile, SourceMap } from "../source/source-node.ts";
import type { ValueOrigin } from "./origin.ts";
import type { ProcessValues } from "./process-values.ts";
import type { SettingValues } from "./setting-values.ts";

/** A whole configuration, checked: every value effective, every value's origin known. */
export interface Configuration {
  /** Absolute path of the main file. */
  readonly file: string;
  /** Every file that was read: the main one, what it includes, the local override last. */
  readonly files: readonly SourceFile[];
  /** The override beside the main file; it is one of `files`. */
  readonly local: SourceFile | null;
  readonly settings: EffectiveSettings;
  /** By id in natural order (`web-2` before `web-10`), so that it does not matter how definitions are spread over files. */
  readonly processes: readonly EffectiveProcess[];
  /** The names of all groups, sorted. */
  readonly groups: readonly string[];
  /** SHA-256 of the effective model, hexadecimal; origins do not count. */
  readonly fingerprint: string;
  /** What it was made from, so that an edit can be tried on the same ground. */
  readonly inputs: LoadInputs;
  /** What the files of `envFile` said when they were read, by path. */
  readonly environmentFiles: EnvironmentFiles;
}

/** The variables in files, by the path of the file. */
export type EnvironmentFiles = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** What a configuration depends on beside its files. */
export interface LoadInputs {
  /** The daemon's environment: `DPM_*` variables are a layer, all of it is what `${VAR}` sees. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The strongest layer: what the daemon's command line says. */
  readonly overrides?: Overrides;
}

/** Values from the daemon's command line, as one would write them in a file. */
export interface Overrides {
  readonly settings?: Readonly<Record<string, string | readonly string[]>>;
}

/** The daemon's own settings. */
export interface EffectiveSettings {
  readonly values: SettingValues;
  /** The values as they may be shown: what `${…}` stands for is masked where it is a secret. */
  readonly shown: SettingValues;
  readonly origins: Readonly<Record<keyof SettingValues, ValueOrigin>>;
}

/** Names of processes and groups that order and bind a process; ids of scaled processes are replaced by those of their instances. */
export interface Dependencies {
  readonly requires: readonly string[];
  readonly wants: readonly string[];
  readonly after: readonly string[];
  readonly before: readonly string[];
  readonly partOf: readonly string[];
}

/** One process with everything that is known of it. */
export interface EffectiveProcess {
  readonly id: string;
  readonly group: string | null;
  /** The id as defined, before `numProcs` made instances of it. */
  readonly baseId: string;
  /** From 0. */
  readonly instance: number;
  readonly values: ProcessValues;
  /** The values as they may be shown: what `${…}` stands for is masked where it is a secret. */
  readonly shown: ProcessValues;
  /** Program and arguments. */
  readonly argv: readonly [string, ...string[]];
  /** The files of `envFile` and, over them, `environment`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly dependencies: Dependencies;
  /** By key; each variable also as `environment.NAME`. */
  readonly origins: Readonly<Record<string, ValueOrigin>>;
  /** The element that defines it. */
  readonly node: SourceMap;
  readonly file: SourceFile;
}
