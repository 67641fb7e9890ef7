import { dpmError } from "@dpm/errors";
import { insertProcess } from "../edit/edit-source.ts";
import { processKeyTable } from "../keys/process-key-table.ts";
import { processVocabulary } from "../keys/vocabularies.ts";
import { wrongId } from "../load/named-elements.ts";
import type { Configuration } from "../model/configuration.ts";
import { isName } from "../model/name.ts";
import type { SourceFile } from "../source/source-node.ts";
import { formatPlace } from "../values/format-place.ts";
import { checkEdit, type EditPlan, fileOf, type KeyValue } from "./edit-plan.ts";
import { findProcessElement } from "./find-process.ts";
import { parseKeyPath } from "./parse-key-path.ts";
import { placesOfElement, type WrittenPlaces } from "./written-places.ts";

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
 * Throws `ERR_DPM_CONFIG_PROCESS_EXISTS`, `ERR_DPM_CONFIG_NO_SUCH_KEY`, `ERR_DPM_CONFIG_EDIT_REFUSED`, and what the editor of the format throws.
 */
export async function planAdd(
  configuration: Configuration,
  { id, assignments, file: path = configuration.file }: AddRequest,
): Promise<EditPlan> {
  if (!isName(id)) {
    throw dpmError("ERR_DPM_CONFIG_EDIT_REFUSED", {
      problems: [{ key: "id", at: null, ...wrongId(id, "process") }],
    });
  }
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
  const written = (edited: SourceFile): WrittenPlaces => {
    const element = findProcessElement(edited, id);
    const assigned = new Map(entries.map(({ key }) => [key, key]));
    return element === null
      ? new Map()
      : placesOfElement(element, { elements: [element], vocabulary: processVocabulary, assigned });
  };
  return checkEdit(configuration, { file, text: insertProcess(file, id, entries), written });
}
