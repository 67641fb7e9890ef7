export { shells } from "./commands/completion.ts";
export type { Assignment, Command, CommandOf, Selection, Shell } from "./model/command.ts";
export type {
  ArgumentSpec,
  CommandSpec,
  Example,
  GroupSpec,
  OptionSpec,
  Section,
  ValueKind,
} from "./model/command-spec.ts";
export { type ExitStatus, exitStatuses } from "./model/exit-status.ts";
export { type GlobalOptions, globalOptions } from "./model/global-options.ts";
export type { Input } from "./model/input.ts";
export { findWord, type Place, topPlace } from "./parse/find-word.ts";
export { type Invocation, parseCommandLine } from "./parse/parse-command-line.ts";
export { wantsJson } from "./parse/wants-json.ts";
export { commandTable, groupTable } from "./table.ts";
export { optionName, usageLine } from "./usage.ts";
export { signalNames } from "./values/read-signal.ts";
