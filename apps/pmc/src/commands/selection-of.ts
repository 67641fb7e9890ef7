import type { Invocation, Selection } from "@dpm/commands";

/** The processes that a command is about; every one when it has no say in that. */
export function selectionOf({ command }: Invocation): Selection {
  return "selection" in command ? command.selection : { ids: [], groups: [], pids: [] };
}
