import { commandTable, exitStatuses, globalOptions, type Section } from "@dpm/commands";

import { definitions, page, section } from "./blocks.ts";
import { ascending, optionTerm, withAliases } from "./rows.ts";

const sections: readonly Section[] = ["Processes", "Configuration", "Server", "Client"];

const variables: readonly (readonly [string, string])[] = [
  ["PMC_SERVER", "Addresses, as --server takes them."],
  ["PMC_TOKEN_FILE", "A token file, as --token-file takes it."],
  ["PMC_RUNTIME_DIR", "The runtime directory of the local pmd to talk to."],
  ["NO_COLOR", "When set and not empty: no colours."],
];

const examples: readonly (readonly [string, string])[] = [
  ["pmc ping", "what runs here"],
  ["pmc start id0", "start one process"],
  ["pmc config reload", "apply an edited configuration"],
  ["pmc logs id0 -f", "watch its output"],
  ["pmc help start", "all about one command"],
];

/** The page that `pmc help` shows: every command, option and exit status. */
export function overviewPage(): string {
  return page(
    "pmc - steer one or many pmd daemons (pm is another name of it)",
    section("Usage", "  pmc [OPTION]… COMMAND [ARGUMENT]…"),
    ...sections.map((name) =>
      section(
        name,
        definitions(
          commandTable
            .filter((spec) => spec.section === name)
            .map((spec) => [withAliases(spec.words.join(" "), spec.aliases), spec.summary]),
        ),
      ),
    ),
    section(
      "Options of every command, before or after it",
      definitions(globalOptions.map((option) => [optionTerm(option), option.summary])),
    ),
    section(
      "Words",
      definitions([
        ["display = -display", "A command's word may have a leading dash."],
        ["-id0 = id0", "So may an id; ids never begin with a dash."],
      ]),
    ),
    section("Environment", definitions(variables)),
    section("Examples", definitions(examples)),
    section(
      "Exit status (when several apply: 2 78 77 76 69 75 4 1 3)",
      definitions(ascending(exitStatuses).map(({ status, meaning }) => [String(status), meaning])),
    ),
    'For one command: "pmc help COMMAND".',
  );
}
