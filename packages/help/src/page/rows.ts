import { type CommandSpec, type ExitStatus, exitStatuses, type OptionSpec } from "@dpm/commands";

/** An option as one term, such as `-n, --lines N`. */
export function optionTerm({ flags, placeholder }: OptionSpec): string {
  return `${flags.join(", ")}${placeholder === undefined ? "" : ` ${placeholder}`}`;
}

/** The statuses that a command can end with, ascending. */
export function exitsOf(spec: CommandSpec): readonly ExitStatus[] {
  const possible = new Set([0, 2, ...spec.exits]);
  return ascending(exitStatuses.filter(({ status }) => possible.has(status)));
}

/** Statuses by number, for looking one up. */
export function ascending(statuses: readonly ExitStatus[]): readonly ExitStatus[] {
  return statuses.toSorted((one, other) => one.status - other.status);
}

/** The last word of a command with its other names, such as `ping (status, ps)`. */
export function withAliases(name: string, aliases: readonly string[]): string {
  return aliases.length === 0 ? name : `${name} (${aliases.join(", ")})`;
}
