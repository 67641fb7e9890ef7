import { readFileSync } from "node:fs";
import { join } from "node:path";

import { commandTable, exitStatuses } from "@dpm/commands";
import { expect, it } from "vitest";

import { commandsReference } from "./reference.ts";

const committed = join(import.meta.dirname, "../../../docs/commands.md");

it("docs/commands.md is what the generator writes; if not: pnpm generate", () => {
  expect(readFileSync(committed, "utf8")).toBe(commandsReference());
});

it("the reference has a heading for each command and a row for each exit status", () => {
  const text = commandsReference();
  for (const { words } of commandTable) expect(text).toContain(`### pmc ${words.join(" ")}\n`);
  for (const { status, name } of exitStatuses) expect(text).toContain(`| ${status} | ${name} |`);
});

it("the reference links only to headings that exist", () => {
  const text = commandsReference();
  const anchors = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) =>
    heading.toLowerCase().replaceAll(" ", "-"),
  );
  for (const [, anchor] of text.matchAll(/\]\(#([^)]+)\)/gu)) expect(anchors).toContain(anchor);
});
