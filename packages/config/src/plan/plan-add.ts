import { dpmError } from "@dpm/errors";
import { insertProcess } from "../edit/edit-source.ts";
import { processKeyTable } from "../keys/process-key-table.ts";
import { processVocabulary } from "../keys/vocabularies.ts";
import type { Configuration } from "../model/configuration.ts";
import { formatPlace } from "../values/format-place.ts";
import { checkEdit, type EditPlan, fileOf, type KeyValue } from "./edit-plan.ts";
import { parseKeyPath } from "./parse-key-path.ts";

/** A process that is to be defined. */
export interface AddRequest {
  readonly id: string;
  /** Whole keys only; a path such as `environment.PORT` is set afterwards. */
  readonly assignments: readonly KeyValue[];
  /** One of the configuration's files; the main one when absent. */
  readonly file?: string;
}

/**
 * Plans to define a process, and checks what would come of it.
 * Throws `ERR_DPM_CONFIG_PROCESS_EXISTS`, `ERR_DPM_CONFIG_NO_SUCH_KEY`, `ERR_DPM_CONFIG_INVALID`, and what the editor of the format throws.
 */
export async function planAdd(
  configuration: Configuration,
  { id, assignments, file: path = configuration.file }: AddRequest,
): Promise<EditPlan> {
  const known = configuration.processes.find(
    (process) => process.id === id || process.baseId === id,
  );
  if (known !== undefined) {
    throw dpmError("ERR_DPM_CONFIG_PROCESS_EXISTS", { id, where: formatPlace(known.node.at) });
  }
  const file = fileOf(configuration, path);
  const owner = { id, vocabulary: processVocabulary, table: processKeyTable };
  const entries = assignments.map(({ key, value }) => {
    const { key: name, part } = parseKeyPath(key, owner);
    if (part !== null) {
      throw dpmError("ERR_DPM_CONFIG_KEY_NOT_EDITABLE", { id, key, where: file.path });
    }
    return { key: name, text: value };
  });
  return checkEdit(configuration, { file, text: insertProcess(file, id, entries) });
}
