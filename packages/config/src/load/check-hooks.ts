import type { SettingValues } from "../model/setting-values.ts";
import type { Problem } from "../source/problem.ts";
import { createSuggester } from "../values/suggester.ts";
import type { ResolvedProcess } from "./resolved-process.ts";

/** What the hooks are checked against. */
export interface HookCheck {
  readonly processes: readonly ResolvedProcess[];
  readonly groups: readonly string[];
  readonly settings: SettingValues;
  readonly report: (problem: Problem) => void;
}

/** Reports hooks that name a process or a group that does not exist, and mail without a server. */
export function checkHooks({ processes, groups, settings, report }: HookCheck): void {
  const ids = new Set(processes.flatMap(({ id, baseId }) => [id, baseId]));
  const groupNames = new Set(groups);
  const suggestId = createSuggester(ids);
  const suggestGroup = createSuggester(groups);
  for (const process of processes) {
    for (const { action } of process.values.hook) {
      const at = process.stack.placeOf("hook", process.node);
      if (action.kind === "start" && !ids.has(action.id)) {
        report({
          at,
          message: `the hook starts ${action.id}, which is not defined`,
          ...suggestId(action.id),
        });
      } else if (action.kind === "stop-group" && !groupNames.has(action.group)) {
        const message = `the hook stops the group ${action.group}, which is not defined`;
        report({ at, message, ...suggestGroup(action.group) });
      } else if (action.kind === "mail" && settings.mailServer === null) {
        report({ at, message: "the hook sends mail, and the setting mailServer is missing" });
      }
    }
  }
}
