import { type CommandSpec, usageLine } from "@dpm/commands";

import { definitions, page, paragraphs, section } from "./blocks.ts";
import { exitsOf, optionTerm } from "./rows.ts";
import { wrap } from "./wrap.ts";

/** The page of one command. */
export function commandPage(spec: CommandSpec): string {
  const names = spec.aliases.map((alias) => ["pmc", ...spec.words.slice(0, -1), alias].join(" "));
  const parts = [
    `pmc ${spec.words.join(" ")} - ${spec.summary}`,
    section(
      "Usage",
      wrap(usageLine(spec), 76)
        .map((line) => `  ${line}`)
        .join("\n"),
    ),
    ...(names.length === 0 ? [] : [section("Also called", `  ${names.join(", ")}`)]),
    section("Description", paragraphs(spec.description)),
  ];
  if (spec.arguments.length > 0) {
    const rows = spec.arguments.map(({ name, summary }) => [name, summary] as const);
    parts.push(section("Arguments", definitions(rows)));
  }
  if (spec.options.length > 0) {
    const rows = spec.options.map((option) => [optionTerm(option), option.summary] as const);
    parts.push(section("Options", definitions(rows)));
  }
  const examples = spec.examples.map(({ line, summary }) => [line, summary] as const);
  const exits = exitsOf(spec).map(({ status, meaning }) => [String(status), meaning] as const);
  parts.push(
    section("Examples", definitions(examples)),
    section("Exit status", definitions(exits)),
    'Options of every command, such as --server and --json: see "pmc help".',
  );
  return page(...parts);
}
