// Reads the free form that people type into one strict form. Two things make it free: a word may have a leading
// dash (`config -display`, `help -start`), and so may an id (`-id0` is id0). What is a dash of an option, of a word or
// of an id depends on the place: known options win, then words, then what the argument at that place is. The strict
// form has options with two dashes and `=`, and operands apart from them, so that nothing is ambiguous afterwards.
import { dpmError } from "@dpm/errors";

import type { ArgumentSpec, CommandSpec, OptionSpec, ValueKind } from "../model/command-spec.ts";
import { globalOptions } from "../model/global-options.ts";
import { optionName } from "../usage.ts";
import { findWord, nextPlace, pageOf, type Place, topPlace } from "./find-word.ts";
import { matchOption, type OptionMatch } from "./match-option.ts";
import { nearestWord } from "./nearest-word.ts";

/** A command line in strict form. */
export interface Scan {
  readonly place: Place;
  /** Each as `--name` or `--name=value`; unknown ones as typed. */
  readonly options: readonly string[];
  readonly operands: readonly string[];
}

// Names that never begin with a dash, so that a dash before them is no part of them.
const dashless: ReadonlySet<ValueKind> = new Set(["id", "command", "signal", "setting", "shell"]);

/** The argument that the operand with a given index fills; undefined when there are too many. */
function argumentAt(spec: CommandSpec, index: number): ArgumentSpec | undefined {
  const last = spec.arguments.at(-1);
  return spec.arguments[index] ?? (last?.list === true ? last : undefined);
}

function optionsAt(place: Place): readonly OptionSpec[] {
  return place.kind === "command" ? [...place.spec.options, ...globalOptions] : globalOptions;
}

function toOperand(place: Place, index: number, word: string): string {
  if (place.kind !== "command" || !/^-[^-]/u.test(word)) return word;
  const argument = argumentAt(place.spec, index);
  return argument !== undefined && dashless.has(argument.value) ? word.slice(1) : word;
}

/** Whether a word with two dashes goes on a topic of help: `help --start` is `help -start`. */
function isTopic(place: Place, topic: readonly string[], word: string): boolean {
  if (place.kind !== "command" || place.spec.kind !== "help") return false;
  const before = topic.reduce<Place | null>((at, name) => at && nextPlace(at, name), topPlace);
  return before !== null && nextPlace(before, word.slice(2)) !== null;
}

function toStrictOption({ option, attached }: OptionMatch, next: string | undefined): string {
  const name = optionName(option);
  if (option.placeholder === undefined) return name;
  return `${name}=${attached ?? next ?? ""}`;
}

function assertNoValue({ option, attached }: OptionMatch, place: Place): void {
  if (option.placeholder !== undefined || attached === null) return;
  throw dpmError("ERR_DPM_COMMAND_INVALID_VALUE", {
    what: optionName(option),
    value: attached,
    expected: "no value, it is a switch",
    page: pageOf(place),
  });
}

function assertNoUnknownOption(place: Place, word: string): void {
  if (!word.startsWith("--") || nextPlace(place, word.slice(2)) !== null) return;
  const nearest = nearestWord(word, optionsAt(place).map(optionName));
  throw dpmError("ERR_DPM_COMMAND_UNKNOWN_OPTION", {
    word,
    what: "option",
    ...(nearest === undefined ? {} : { nearest }),
    page: pageOf(place),
  });
}

/** Reads a command line into its strict form. Throws on an unknown command and on an option without its value. */
export function scan(argv: readonly string[]): Scan {
  let place = topPlace;
  const options: string[] = [];
  const operands: string[] = [];
  let onlyOperands = false;
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? "";
    const match = onlyOperands ? null : matchOption(word, optionsAt(place));
    if (match !== null) {
      const takesNext = match.option.placeholder !== undefined && match.attached === null;
      if (takesNext && index + 1 === argv.length) {
        throw dpmError("ERR_DPM_COMMAND_MISSING_VALUE", { option: word, page: pageOf(place) });
      }
      assertNoValue(match, place);
      options.push(toStrictOption(match, argv[index + 1]));
      if (takesNext) index += 1;
    } else if (word === "--" && !onlyOperands) {
      onlyOperands = true;
    } else if (place.kind !== "command") {
      assertNoUnknownOption(place, word);
      place = findWord(place, word.replace(/^--?/u, ""));
    } else if (isTopic(place, operands, word) && !onlyOperands) {
      operands.push(word.slice(2));
    } else if (word.startsWith("--") && !onlyOperands) {
      options.push(word);
    } else {
      operands.push(onlyOperands ? word : toOperand(place, operands.length, word));
    }
  }
  return { place, options, operands };
}
