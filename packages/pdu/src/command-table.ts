import { commandTable } from "./gen/commands.ts";

/** The name of a command, as the oneof of Request has it: `start`, `configDisplay`, … */
export type CommandName = keyof typeof commandTable;

/** What a caller must be allowed to do. Each contains those before it: read, operate, admin. */
export type Permission = "read" | "operate" | "admin";

/** Every command of the interface, in the order of the proto. */
export const commandNames: readonly CommandName[] = Object.keys(commandTable) as CommandName[];

/** The permission that a command needs, as its request's proto option says. */
export function permissionOf(command: CommandName): Permission {
  return commandTable[command].permission;
}

/** The name of a command in Welcome.capabilities: `config.display` for `configDisplay`. */
export function capabilityOf(command: CommandName): string {
  return commandTable[command].capability;
}
