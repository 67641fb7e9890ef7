import {
  type CommandSpec,
  commandTable,
  exitStatuses,
  globalOptions,
  groupTable,
  type OptionSpec,
  usageLine,
} from "@dpm/commands";

import { jsonSection } from "./json-section.ts";
import { exitsOf, optionTerm } from "./page/rows.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|");

function optionRows(options: readonly OptionSpec[]): readonly string[] {
  return [
    "| Option | Meaning |",
    "| --- | --- |",
    ...options.map((option) => `| \`${optionTerm(option)}\` | ${cell(option.summary)} |`),
  ];
}

function commandPart(spec: CommandSpec): readonly string[] {
  const also = spec.aliases.map(
    (alias) => `\`pmc ${[...spec.words.slice(0, -1), alias].join(" ")}\``,
  );
  const wait =
    spec.timeoutMs === null
      ? ""
      : ` Waits up to ${spec.timeoutMs / 1000} s unless \`--timeout\` says else.`;
  return [
    `### pmc ${spec.words.join(" ")}`,
    "",
    `${spec.summary}.`,
    "",
    "```sh",
    usageLine(spec),
    "```",
    "",
    ...spec.description.flatMap((paragraph) => [cell(paragraph), ""]),
    ...(also.length === 0 ? [] : [`Also called ${also.join(", ")}.`, ""]),
    ...(spec.arguments.length === 0
      ? []
      : [
          "| Argument | Meaning |",
          "| --- | --- |",
          ...spec.arguments.map(({ name, summary }) => `| \`${name}\` | ${cell(summary)} |`),
          "",
        ]),
    ...(spec.options.length === 0 ? [] : [...optionRows(spec.options), ""]),
    "| Example | |",
    "| --- | --- |",
    ...spec.examples.map(({ line, summary }) => `| \`${cell(line)}\` | ${cell(summary)} |`),
    "",
    `Exit status: ${exitsOf(spec)
      .map(({ status }) => status)
      .join(", ")}.${wait}`,
    "",
  ];
}

function tableOfContents(): readonly string[] {
  return [
    "| Command | |",
    "| --- | --- |",
    ...commandTable.map(
      ({ words, summary }) =>
        `| [\`${words.join(" ")}\`](#pmc-${words.join("-")}) | ${cell(summary)} |`,
    ),
  ];
}

/** The reference of all commands as Markdown, for `docs/commands.md`. */
export function commandsReference(): string {
  return [
    "# Commands",
    "",
    "Every command of `pmc` (also called `pm`), its options and its exit statuses. This page is generated from the table of commands; `pmc help` shows the same without a server.",
    "",
    "```sh",
    "pmc [OPTION]… COMMAND [ARGUMENT]…",
    "```",
    "",
    ...tableOfContents(),
    "",
    "A command's word may have a leading dash: `config -display` is `config display`, `help -start` is `help start`. So may an id: `-id0` is `id0`, since ids never begin with a dash. Known options win over both, and after `--` nothing is an option.",
    "",
    "## Options of every command",
    "",
    "They may stand before or after the command.",
    "",
    ...optionRows(globalOptions),
    "",
    "## Exit status",
    "",
    "When several apply, for example over several servers, the first of this table is the one.",
    "",
    "| Status | Name | Meaning |",
    "| --- | --- | --- |",
    ...exitStatuses.map(({ status, name, meaning }) => `| ${status} | ${name} | ${meaning} |`),
    "",
    ...jsonSection(),
    "## The commands",
    "",
    ...groupTable.flatMap(({ word, description }) => [`**${word}**: ${description.join(" ")}`, ""]),
    ...commandTable.flatMap(commandPart),
  ].join("\n");
}
