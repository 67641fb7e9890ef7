import { type DpmError, dpmError } from "@dpm/errors";
import { Command, CommanderError, Option } from "commander";

import type { CommandSpec, OptionSpec } from "../model/command-spec.ts";
import { globalOptions } from "../model/global-options.ts";
import type { Input } from "../model/input.ts";
import { optionName, usageLine } from "../usage.ts";
import { nearestWord } from "./nearest-word.ts";

/** A command line whose options and operands were told apart. */
export interface StrictWords {
  readonly options: readonly string[];
  readonly operands: readonly string[];
}

function toCommanderOption(spec: OptionSpec): Option {
  const option = new Option(
    `${optionName(spec)}${spec.placeholder === undefined ? "" : " <value>"}`,
  );
  if (spec.repeatable !== true) return option;
  return option.argParser((value: string, previous: readonly string[] | undefined) => [
    ...(previous ?? []),
    value,
  ]);
}

function toCommander(spec: CommandSpec, options: ReadonlyMap<string, Option>): Command {
  const command = new Command(spec.words.join(" "))
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .helpOption(false)
    .allowExcessArguments(false);
  for (const option of options.values()) command.addOption(option);
  for (const { name, required, list } of spec.arguments) {
    const word = list ? `${name}...` : name;
    command.argument(required ? `<${word}>` : `[${word}]`);
  }
  return command;
}

// Who is lost in help is best helped by the overview, not by the page about help.
function pageAbout({ kind, words }: CommandSpec): string {
  return kind === "help" ? "" : words.join(" ");
}

// Commander's own sentences are replaced, so that errors of all commands speak with one voice and carry a code.
function toShapeError(error: CommanderError, spec: CommandSpec, words: StrictWords): DpmError {
  const page = pageAbout(spec);
  const usage = usageLine(spec);
  switch (error.code) {
    case "commander.missingArgument":
      return dpmError(
        "ERR_DPM_COMMAND_MISSING_ARGUMENT",
        { argument: spec.arguments[words.operands.length]?.name ?? "an argument", usage, page },
        error,
      );
    case "commander.excessArguments":
      return dpmError(
        "ERR_DPM_COMMAND_EXCESS_ARGUMENT",
        { argument: words.operands[spec.arguments.length] ?? "", usage, page },
        error,
      );
    default: {
      const names = [...spec.options, ...globalOptions].map(optionName);
      const typed = words.options.map((option) => option.split("=", 1)[0] ?? "");
      const name = typed.find((option) => !names.includes(option)) ?? "";
      const nearest = nearestWord(name, names);
      return dpmError(
        "ERR_DPM_COMMAND_UNKNOWN_OPTION",
        { word: name, what: "option", ...(nearest === undefined ? {} : { nearest }), page },
        error,
      );
    }
  }
}

/** Checks a strict command line against a row of the table, by commander: which options, how many arguments. */
export function checkShape(spec: CommandSpec, words: StrictWords): Input {
  const options = new Map(
    [...spec.options, ...globalOptions].map((row) => [
      optionName(row).slice(2),
      toCommanderOption(row),
    ]),
  );
  const command = toCommander(spec, options);
  try {
    command.parse([...words.options, "--", ...words.operands], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) throw toShapeError(error, spec, words);
    throw error;
  }
  const values = command.opts<Record<string, unknown>>();
  const read = (name: string): unknown => values[options.get(name)?.attributeName() ?? ""];
  return {
    page: pageAbout(spec),
    operands: command.args,
    flag: (name) => read(name) === !(options.get(name)?.negate ?? false),
    text: (name) => {
      const value = read(name);
      return typeof value === "string" ? value : null;
    },
    list: (name) => {
      const values = read(name);
      return Array.isArray(values) ? values.map(String) : [];
    },
  };
}
