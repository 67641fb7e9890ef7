import { dpmError, nearest } from "@dpm/errors";
import { removeProcess } from "../edit/edit-source.ts";
import type { Configuration } from "../model/configuration.ts";
import { checkEdit, type EditPlan } from "./edit-plan.ts";

/**
 * Plans to remove the definition of a process, with all its instances, and checks what would come of it.
 * Throws `ERR_DPM_CONFIG_NO_SUCH_PROCESS`, `ERR_DPM_CONFIG_IS_INSTANCE`, `ERR_DPM_CONFIG_EDIT_REFUSED` (others may depend on it, or the
 * local override may define it as well), and what the editor of the format throws.
 */
export async function planDelete(configuration: Configuration, id: string): Promise<EditPlan> {
  const process = configuration.processes.find(({ baseId }) => baseId === id);
  if (process === undefined) {
    const instance = configuration.processes.find((candidate) => candidate.id === id);
    if (instance !== undefined) {
      throw dpmError("ERR_DPM_CONFIG_IS_INSTANCE", { id, of: instance.baseId });
    }
    const known = new Set(configuration.processes.map(({ baseId }) => baseId));
    throw dpmError("ERR_DPM_CONFIG_NO_SUCH_PROCESS", { id, nearest: nearest(id, known) });
  }
  const { file, node } = process;
  const text = removeProcess(file, node);
  const plan = await checkEdit(configuration, { file, text, written: () => new Map() });
  const left = plan.configuration.processes.find(({ baseId }) => baseId === id);
  if (left !== undefined) {
    const message = `${id} is defined here as well`;
    throw dpmError("ERR_DPM_CONFIG_EDIT_REFUSED", {
      problems: [{ key: null, at: left.node.at, message, hint: "remove it here first" }],
    });
  }
  return plan;
}
