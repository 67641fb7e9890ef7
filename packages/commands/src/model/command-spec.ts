import type { Command } from "./command.ts";
import type { Input } from "./input.ts";

/** What an argument or an option's value is; decides how a leading dash is read and what a shell completes. */
export type ValueKind =
  | "id"
  | "group"
  | "signal"
  | "number"
  | "assignment"
  | "setting"
  | "command"
  | "shell"
  | "address"
  | "duration"
  | "file";

/** One positional argument of a command. Only the last one may be a list. */
export interface ArgumentSpec {
  /** As written in usage lines, such as `ID`. */
  readonly name: string;
  readonly value: ValueKind;
  readonly required: boolean;
  readonly list: boolean;
  readonly summary: string;
}

/** One option, of a command or of all. */
export interface OptionSpec {
  /** Every spelling; the one with two dashes is the name. A single-dash word such as `-pid` is a spelling like any other. */
  readonly flags: readonly string[];
  /** The placeholder of its value; absent for a switch. */
  readonly placeholder?: string;
  readonly value?: ValueKind;
  readonly repeatable?: boolean;
  readonly summary: string;
}

/** A line that can be typed as it stands, and what it does. */
export interface Example {
  readonly line: string;
  readonly summary: string;
}

/** Where the overview lists a command. */
export type Section = "Processes" | "Configuration" | "Server" | "Client";

/** One row of the table of commands: all that parsing, help, completion and the reference know of a command. */
export interface CommandSpec {
  readonly kind: Command["kind"];
  /** The words that name it: `["start"]`, `["config", "display"]`. */
  readonly words: readonly [string, ...string[]];
  /** Other names of the last word. */
  readonly aliases: readonly string[];
  readonly section: Section;
  /** One line, an imperative sentence. */
  readonly summary: string;
  /** Paragraphs; a line break inside one is not kept. */
  readonly description: readonly string[];
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly Example[];
  /** How long it waits for its answer unless `--timeout` says else, in milliseconds; null waits without end. */
  readonly timeoutMs: number | null;
  /** Whether it talks to a server at all. */
  readonly connects: boolean;
  /** The exit statuses it can end with, apart from 0 and 2. */
  readonly exits: readonly number[];
  /** Reads the checked words into the typed command. Throws the errors of the command area. */
  readonly read: (input: Input) => Command;
}

/** A word that only leads to others, such as `config`. */
export interface GroupSpec {
  readonly word: string;
  readonly aliases: readonly string[];
  readonly section: Section;
  readonly summary: string;
  readonly description: readonly string[];
}
