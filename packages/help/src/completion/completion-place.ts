import {
  type CommandSpec,
  commandTable,
  globalOptions,
  groupTable,
  type OptionSpec,
  shells,
  signalNames,
  type ValueKind,
} from "@dpm/commands";

/** One word that may be typed. */
export interface CompletionWord {
  readonly word: string;
  readonly summary: string;
}

/** What may be typed at one place of the command line. */
export interface CompletionPlace {
  /** The words that lead here: empty, `config`, `config display`. */
  readonly path: string;
  readonly words: readonly CompletionWord[];
  readonly options: readonly OptionSpec[];
}

/** A step from one place to the next by typing a word. */
export interface CompletionStep {
  readonly from: string;
  readonly word: string;
  readonly to: string;
}

function valuesOf(kind: ValueKind): readonly CompletionWord[] {
  switch (kind) {
    case "shell":
      return shells.map((word) => ({ word, summary: "shell" }));
    case "signal":
      return signalNames.map((word) => ({ word, summary: "signal" }));
    case "command":
      return wordsAfter("");
    // What these can be, only a server or a person knows; files are completed by the shell.
    case "address":
    case "assignment":
    case "duration":
    case "file":
    case "group":
    case "id":
    case "number":
    case "setting":
      break;
  }
  return [];
}

function wordsAfter(path: string): readonly CompletionWord[] {
  const commands = commandTable
    .filter(({ words }) => words.slice(0, -1).join(" ") === path)
    .map(({ words, summary }) => ({ word: words.at(-1) ?? "", summary }));
  if (path !== "") return commands;
  return [...commands, ...groupTable.map(({ word, summary }) => ({ word, summary }))];
}

function placeOf(spec: CommandSpec): CompletionPlace {
  return {
    path: spec.words.join(" "),
    words: spec.arguments.flatMap(({ value }) => valuesOf(value)),
    options: [...spec.options, ...globalOptions],
  };
}

/** Every place of the command line, the top first. */
export function completionPlaces(): readonly CompletionPlace[] {
  return [
    { path: "", words: wordsAfter(""), options: globalOptions },
    ...groupTable.map(({ word }) => ({
      path: word,
      words: wordsAfter(word),
      options: globalOptions,
    })),
    ...commandTable.map(placeOf),
  ];
}

/** Every step between places, other names of words included. */
export function completionSteps(): readonly CompletionStep[] {
  const groups = groupTable.flatMap(({ word, aliases }) =>
    [word, ...aliases].map((name) => ({ from: "", word: name, to: word })),
  );
  const commands = commandTable.flatMap(({ words, aliases }) =>
    [words.at(-1) ?? "", ...aliases].map((name) => ({
      from: words.slice(0, -1).join(" "),
      word: name,
      to: words.join(" "),
    })),
  );
  return [...groups, ...commands];
}

/** The spellings of all options that take a value of one of some kinds; without kinds, of any. */
export function flagsWithValue(kinds?: readonly ValueKind[]): readonly string[] {
  const options = [...globalOptions, ...commandTable.flatMap((spec) => spec.options)];
  const flags = options
    .filter(
      ({ placeholder, value }) =>
        placeholder !== undefined &&
        (kinds === undefined || (value !== undefined && kinds.includes(value))),
    )
    .flatMap((option) => option.flags);
  return [...new Set(flags)];
}
