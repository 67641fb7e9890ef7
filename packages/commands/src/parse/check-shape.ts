import { dpmError } from "@dpm/errors";

import type { CommandSpec } from "../model/command-spec.ts";
import { globalOptions } from "../model/global-options.ts";
import type { Input } from "../model/input.ts";
import { optionName, usageLine } from "../usage.ts";
import { nearestWord } from "./nearest-word.ts";

/** A command line whose options and operands were told apart. */
export interface StrictWords {
  /** Each as `--name` or `--name=value`. */
  readonly options: readonly string[];
  readonly operands: readonly string[];
}

// Who is lost in help is best helped by the overview, not by the page about help.
function pageAbout({ kind, words }: CommandSpec): string {
  return kind === "help" ? "" : words.join(" ");
}

function assertCount(spec: CommandSpec, operands: readonly string[]): void {
  const missing = spec.arguments[operands.length];
  const place = { usage: usageLine(spec), page: pageAbout(spec) };
  if (missing?.required === true)
    throw dpmError("ERR_DPM_COMMAND_MISSING_ARGUMENT", { argument: missing.name, ...place });
  const excess = operands[spec.arguments.length];
  if (excess !== undefined && spec.arguments.at(-1)?.list !== true)
    throw dpmError("ERR_DPM_COMMAND_EXCESS_ARGUMENT", { argument: excess, ...place });
}

/** The values of each option that was given; a switch has empty ones. */
function readOptions(
  spec: CommandSpec,
  options: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const names = [...spec.options, ...globalOptions].map(optionName);
  const given = new Map<string, readonly string[]>();
  for (const option of options) {
    const equals = option.indexOf("=");
    const name = equals === -1 ? option : option.slice(0, equals);
    if (!names.includes(name)) {
      const nearest = nearestWord(name, names);
      throw dpmError("ERR_DPM_COMMAND_UNKNOWN_OPTION", {
        word: name,
        what: "option",
        ...(nearest === undefined ? {} : { nearest }),
        page: pageAbout(spec),
      });
    }
    const value = equals === -1 ? "" : option.slice(equals + 1);
    given.set(name, [...(given.get(name) ?? []), value]);
  }
  return given;
}

/** Checks a strict command line against a row of the table: which options, how many arguments. */
export function checkShape(spec: CommandSpec, { options, operands }: StrictWords): Input {
  const given = readOptions(spec, options);
  assertCount(spec, operands);
  const valuesOf = (name: string): readonly string[] => given.get(`--${name}`) ?? [];
  return {
    page: pageAbout(spec),
    operands,
    flag: (name) => given.has(`--${name}`),
    text: (name) => valuesOf(name).at(-1) ?? null,
    list: valuesOf,
  };
}
