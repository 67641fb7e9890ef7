import {
  type Configuration,
  type EditPlan,
  type KeyDescription,
  planAdd,
  planDelete,
  planSet,
  processKeys,
  settingKeys,
  writeSourceFile,
} from "@dpm/config";
import type { Operation } from "@dpm/process-core";
import type { Assignment, ConfigurationEdits, EditOutcome } from "./configuration-edits.ts";
import type { ConfigurationKeeper } from "./configuration-keeper.ts";
import { firstChangedLine } from "./first-changed-line.ts";

interface Edit {
  readonly plan: (configuration: Configuration) => Promise<EditPlan>;
  readonly of: "processes" | "settings";
  readonly keys: readonly string[];
}

/**
 * Makes the edits of the configuration that a keeper holds. An edit is checked as a whole, then written, then put in force;
 * `written` is told who wrote what, for the log.
 */
export function createConfigurationEdits(
  keeper: ConfigurationKeeper,
  written: (file: string, actor: string) => void,
): ConfigurationEdits {
  const make = async ({ plan, of, keys }: Edit, operation: Operation): Promise<EditOutcome> => {
    let done: EditPlan | undefined;
    const change = await keeper.change(
      {
        of,
        make: async (base) => {
          const planned = await plan(base);
          done = planned;
          if (!planned.changes) return null;
          keeper.assertAcceptable(planned.configuration);
          await writeSourceFile(planned.file, planned.text);
          written(planned.file.path, operation.actor);
          return planned.configuration;
        },
      },
      operation,
    );
    return { ...placeOf(done), keys, changes: done?.changes ?? true, change };
  };
  return {
    set: (id, assignments, operation) =>
      make(
        {
          plan: (base) => planSet(base, { id, assignments }),
          of: id === null ? "settings" : "processes",
          keys: ownNames(assignments, id === null ? settingKeys : processKeys),
        },
        operation,
      ),
    add: (id, assignments, operation) =>
      make(
        {
          plan: (base) => planAdd(base, { id, assignments }),
          of: "processes",
          keys: ownNames(assignments, processKeys),
        },
        operation,
      ),
    remove: (id, operation) =>
      make({ plan: (base) => planDelete(base, id), of: "processes", keys: [] }, operation),
  };
}

/** Where the edit stands now, or where all of it stood already. */
function placeOf(plan: EditPlan | undefined): { readonly file: string; readonly line: number } {
  if (plan === undefined) return { file: "", line: 0 };
  const { file, text, standing } = plan;
  const [first] = standing;
  return first === undefined
    ? { file: file.path, line: firstChangedLine(file.text, text) }
    : { file: first.at.file, line: first.at.line };
}

/** The names by which values are shown, for what may have been typed by another name. */
function ownNames(assignments: readonly Assignment[], known: readonly KeyDescription[]): string[] {
  return assignments.map(
    ({ key }) =>
      known.find(({ name, aliases }) => name === key || aliases.includes(key))?.name ?? key,
  );
}
