import type { ArgumentSpec, CommandSpec, OptionSpec } from "./model/command-spec.ts";

/** The name of an option: its spelling with two dashes. */
export function optionName(option: OptionSpec): string {
  return option.flags.find((flag) => flag.startsWith("--")) ?? option.flags[0] ?? "";
}

function argumentUsage({ name, required, list }: ArgumentSpec): string {
  const word = list ? `${name}…` : name;
  return required ? word : `[${word}]`;
}

function optionUsage({ flags, placeholder, repeatable }: OptionSpec): string {
  const flag = `[${flags[0] ?? ""}${placeholder === undefined ? "" : ` ${placeholder}`}]`;
  return repeatable === true ? `${flag}…` : flag;
}

/** The usage line of a command, such as `pmc start [ID…] [-g NAME]…`. */
export function usageLine(spec: CommandSpec): string {
  return [
    "pmc",
    ...spec.words,
    ...spec.arguments.map(argumentUsage),
    ...spec.options.map(optionUsage),
  ].join(" ");
}
