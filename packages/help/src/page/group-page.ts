import { commandTable, type GroupSpec, usageLine } from "@dpm/commands";

import { definitions, page, paragraphs, section } from "./blocks.ts";
import { withAliases } from "./rows.ts";

/** The page of a word that leads to several commands. */
export function groupPage(group: GroupSpec): string {
  const members = commandTable.filter(({ words }) => words.length === 2 && words[0] === group.word);
  return page(
    `pmc ${group.word} - ${group.summary}`,
    section("Usage", members.map((spec) => `  ${usageLine(spec)}`).join("\n")),
    section("Description", paragraphs(group.description)),
    section(
      "Commands",
      definitions(
        members.map((spec) => [withAliases(spec.words.at(-1) ?? "", spec.aliases), spec.summary]),
      ),
    ),
    section(
      "Examples",
      definitions(
        members.flatMap((spec) => spec.examples.map(({ line, summary }) => [line, summary])),
      ),
    ),
    `For one of them: pmc help ${group.word} COMMAND`,
  );
}
