import { optionName, type OptionSpec } from "@dpm/commands";

import { completionPlaces, completionSteps, flagsWithValue } from "./completion-place.ts";

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

function optionLine(program: string, path: string, option: OptionSpec): string {
  const value = option.placeholder === undefined ? "" : option.value === "file" ? " -r -F" : " -x";
  const condition = path === "" ? "" : ` -n "__pmc_at '${path}'"`;
  return `complete -c ${program}${condition} -l ${optionName(option).slice(2)}${value} -d ${quoted(option.summary)}`;
}

function lines(program: string): readonly string[] {
  const [top, ...places] = completionPlaces();
  if (top === undefined) return [];
  const words = [top, ...places].flatMap((place) =>
    place.words.flatMap(({ word, summary }) => {
      const at = `complete -c ${program} -n "__pmc_at '${place.path}'"`;
      // A word may have a leading dash, which is fish's old style of an option.
      return ["-a", "-o"].map((kind) => `${at} ${kind} ${quoted(word)} -d ${quoted(summary)}`);
    }),
  );
  const options = places.flatMap((place) =>
    place.options
      .filter((option) => !top.options.includes(option))
      .map((option) => optionLine(program, place.path, option)),
  );
  return [
    `complete -c ${program} -f`,
    ...words,
    ...top.options.map((option) => optionLine(program, "", option)),
    ...options,
  ];
}

/** The completion script for fish. */
export function fishCompletion(): string {
  const steps = completionSteps().map(
    ({ from, word, to }) => `      case '${from}|${word}'\n        set place '${to}'`,
  );
  return `# fish completion of pmc and pm, written from the table of commands.
function __pmc_at
  set -l place ''
  set -l skip 0
  for word in (commandline -opc)[2..-1]
    if test $skip = 1
      set skip 0
      continue
    end
    switch $word
      case ${flagsWithValue().join(" ")}
        set skip 1
        continue
    end
    switch "$place|"(string replace -r '^-' '' -- $word)
${steps.join("\n")}
    end
  end
  test "$place" = "$argv[1]"
end
${[...lines("pmc"), ...lines("pm")].join("\n")}
`;
}
