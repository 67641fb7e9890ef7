import { commandTable, exitStatuses, globalOptions, groupTable, optionName } from "@dpm/commands";
import { hasCode } from "@dpm/errors";
import { describe, expect, it } from "vitest";

import { helpPage } from "./help-page.ts";

const topics: readonly (readonly string[])[] = [
  [],
  ...groupTable.map(({ word }) => [word]),
  ...commandTable.map(({ words }) => words),
];

describe("a page", () => {
  it.each(topics.map((topic) => [topic.join(" "), topic] as const))(
    'of "%s" fits 80 columns and has no control characters',
    (_, topic) => {
      const page = helpPage(topic);
      expect(page.split("\n").filter((line) => line.length > 80)).toEqual([]);
      expect(page.replaceAll("\n", "")).not.toMatch(/\p{C}/u);
      expect(page.endsWith(".\n") || page.endsWith("\n")).toBe(true);
    },
  );

  it("of a command has its usage, arguments, options, examples and exit statuses", () => {
    for (const spec of commandTable) {
      const page = helpPage(spec.words);
      expect(page).toContain(spec.summary);
      for (const argument of spec.arguments) expect(page).toContain(argument.name);
      for (const option of spec.options) expect(page).toContain(optionName(option));
      for (const example of spec.examples) expect(page).toContain(example.line);
      for (const status of [0, 2, ...spec.exits])
        expect(page).toMatch(new RegExp(`^  ${status} `, "mu"));
    }
  });

  it("of a family lists its commands", () => {
    for (const word of ["display", "reload", "validate", "set", "add", "delete"]) {
      expect(helpPage(["config"])).toContain(`pmc config ${word}`);
    }
  });

  it("of nothing lists every command, option and exit status", () => {
    const page = helpPage([]);
    for (const { words } of commandTable) expect(page).toContain(`  ${words.join(" ")} `);
    for (const option of globalOptions) expect(page).toContain(optionName(option));
    for (const { status } of exitStatuses) expect(page).toMatch(new RegExp(`^  ${status} `, "mu"));
  });

  it("is found by other names of a command too", () => {
    expect(helpPage(["status"])).toBe(helpPage(["ping"]));
    expect(helpPage(["settings", "show"])).toBe(helpPage(["setting", "display"]));
  });

  it.each([
    [["strat"], "start"],
    [["config", "relod"], "reload"],
  ])("of the unknown %j names the nearest", (topic, nearest) => {
    const error = catchError(() => helpPage(topic));
    expect(hasCode(error, "ERR_DPM_COMMAND_UNKNOWN_WORD")).toBe(true);
    expect(error).toMatchObject({ details: { nearest } });
  });

  it("of a word too many is an error", () => {
    expect(() => helpPage(["start", "now"])).toThrow('"now" is no command');
  });
});

function catchError(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}
