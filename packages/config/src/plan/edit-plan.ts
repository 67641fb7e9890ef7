import { dpmError } from "@dpm/errors";
import { assembleConfiguration } from "../load/assemble-configuration.ts";
import { ProblemList } from "../load/problem-list.ts";
import type { Configuration } from "../model/configuration.ts";
import { parseSource } from "../source/parse-source.ts";
import type { SourceFile } from "../source/source-node.ts";

/** A change of the configuration that was checked and is not written yet. */
export interface EditPlan {
  /** The file to write, as it was read; `writeSourceFile(file, text)` writes it. */
  readonly file: SourceFile;
  /** The whole new text of the file. */
  readonly text: string;
  /** The configuration that the new text gives. */
  readonly configuration: Configuration;
}

/** A key, or a path such as `environment.PORT`, and its value as one would write it. */
export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

/**
 * Checks the new text of a file as if it were on disk, beside the other files as they were read.
 * Throws `ERR_DPM_CONFIG_INVALID`.
 */
export async function checkEdit(
  configuration: Configuration,
  { file, text }: Pick<EditPlan, "file" | "text">,
): Promise<EditPlan> {
  const edited = parseSource({ path: file.path, content: text });
  const replace = (other: SourceFile): SourceFile => (other.path === edited.path ? edited : other);
  const [main, ...others] = configuration.files.map(replace);
  const local = configuration.local === null ? null : replace(configuration.local);
  const files = {
    main: main ?? edited,
    included: others.filter((other) => other !== local),
    local,
  };
  return {
    file,
    text,
    configuration: await assembleConfiguration({
      files,
      inputs: configuration.inputs,
      problems: new ProblemList(),
    }),
  };
}

/** The file of a configuration with this path; throws `ERR_DPM_CONFIG_NOT_FOUND` when it is not one of its files. */
export function fileOf(configuration: Configuration, path: string): SourceFile {
  const file = configuration.files.find((candidate) => candidate.path === path);
  if (file === undefined) {
    throw dpmError("ERR_DPM_CONFIG_NOT_FOUND", { file: path });
  }
  return file;
}
