import { dpmError, hasCode } from "@dpm/errors";
import { assembleConfiguration } from "../load/assemble-configuration.ts";
import { fileSetOf } from "../load/file-set.ts";
import { ProblemList } from "../load/problem-list.ts";
import type { Configuration } from "../model/configuration.ts";
import { parseSource } from "../source/parse-source.ts";
import type { Position, SourceFile } from "../source/source-node.ts";
import { refuseEdit } from "./refuse-edit.ts";
import type { WrittenPlaces } from "./written-places.ts";

/** A change of the configuration that was checked and is not written yet. */
export interface EditPlan {
  /** The file to write, as it was read; `writeSourceFile(file, text)` writes it. */
  readonly file: SourceFile;
  /** The whole new text of the file. */
  readonly text: string;
  /** The configuration that the new text gives. */
  readonly configuration: Configuration;
  /** False: the file says so already, so there is nothing to write and nothing to put in force. */
  readonly changes: boolean;
  /** What stands there already, for each assignment, when nothing changes; empty otherwise. */
  readonly standing: readonly StandingValue[];
}

/** A value that a file has already. */
export interface StandingValue {
  /** The key's own name, or its path: `environment.PORT`. */
  readonly key: string;
  /** As it may be shown; secrets are masked. */
  readonly value: string;
  readonly at: Position;
}

/** The new text of a file, to be checked. */
export interface Edit {
  readonly file: SourceFile;
  readonly text: string;
  /** The places that the edit wrote, in the file with the edit in it. */
  readonly written: (edited: SourceFile) => WrittenPlaces;
}

/** A key, or a path such as `environment.PORT`, and its value as one would write it. */
export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

/**
 * Checks the new text of a file as if it were on disk, beside the other files as they were read.
 * Throws `ERR_DPM_CONFIG_EDIT_REFUSED`.
 */
export async function checkEdit(
  configuration: Configuration,
  { file, text, written }: Edit,
): Promise<EditPlan> {
  const edited = parseSource({ path: file.path, content: text });
  const files = fileSetOf(
    configuration.files.map((other) => (other.path === edited.path ? edited : other)),
    configuration.local?.path ?? null,
  );
  const problems = new ProblemList();
  try {
    return {
      file,
      text,
      configuration: await assembleConfiguration({ files, inputs: configuration.inputs, problems }),
      changes: true,
      standing: [],
    };
  } catch (error) {
    if (hasCode(error, "ERR_DPM_CONFIG_INVALID")) {
      refuseEdit({ ...problems.told, onDisk: file, edited, written: written(edited) });
    }
    throw error;
  }
}

/** The file of a configuration with this path; throws `ERR_DPM_CONFIG_NOT_FOUND` when it is not one of its files. */
export function fileOf(configuration: Configuration, path: string): SourceFile {
  const file = configuration.files.find((candidate) => candidate.path === path);
  if (file === undefined) {
    throw dpmError("ERR_DPM_CONFIG_NOT_FOUND", { file: path });
  }
  return file;
}
