import { type CommandName, commandNames } from "@dpm/pdu";

import type { Command } from "./command.ts";

/** The name of the one member that a command has. */
export function commandNameOf(command: Command): CommandName {
  const name =
    command.command ?? commandNames.find((candidate) => Object.hasOwn(command, candidate));
  if (name === undefined) throw new TypeError("a command needs one member, named after it");
  return name;
}
