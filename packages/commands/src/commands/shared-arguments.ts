import type { ArgumentSpec, OptionSpec } from "../model/command-spec.ts";

/** `[ID…]`, as most commands on processes take it. */
export const idsArgument: ArgumentSpec = {
  name: "ID",
  value: "id",
  required: false,
  list: true,
  summary:
    "Ids or globs such as 'web-*'; a leading dash is no part of an id. None means every defined process.",
};

/** `-g NAME`. */
export const groupOption: OptionSpec = {
  flags: ["-g", "--group"],
  placeholder: "NAME",
  value: "group",
  repeatable: true,
  summary: "The processes of a group; may be repeated.",
};

/** `-pid N`. */
export const pidOption: OptionSpec = {
  flags: ["-pid", "--pid"],
  placeholder: "N",
  value: "number",
  repeatable: true,
  summary: "The process that runs with this pid; may be repeated.",
};

/** The statuses of any command that talks to a server. */
export const serverExits: readonly number[] = [69, 75, 76, 77];
