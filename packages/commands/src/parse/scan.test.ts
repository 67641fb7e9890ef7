import { type DpmError, isDpmError } from "@dpm/errors";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { commandTable } from "../table.ts";
import { parseCommandLine } from "./parse-command-line.ts";
import { wantsJson } from "./wants-json.ts";

const knownWords = commandTable.flatMap(({ words, aliases }) => [...words, ...aliases]);
const flags = commandTable.flatMap(({ options }) => options.flatMap((option) => option.flags));

function outcomeOf(argv: readonly string[]): "read" | DpmError {
  try {
    parseCommandLine(argv);
    return "read";
  } catch (error) {
    if (isDpmError(error)) return error;
    throw error;
  }
}

describe("any command line", () => {
  const word = fc.oneof(
    fc.constantFrom(...knownWords, ...flags, "--json", "--server", "--timeout", "--", "-", ""),
    fc.string({ maxLength: 8 }),
    fc.string({ maxLength: 8 }).map((text) => `-${text}`),
    fc.string({ maxLength: 8 }).map((text) => `--${text}`),
  );

  it("is either read or refused with an error that says where to look", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
        const outcome = outcomeOf(argv);
        expect(outcome === "read" || outcome.category === "invalid-argument").toBe(true);
        expect(outcome === "read" ? "pmc help" : outcome.hint).toContain("pmc help");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a leading dash", () => {
  const id = fc
    .tuple(fc.constantFrom("a", "b", "w", "x", "z"), fc.stringMatching(/^[a-z0-9.-]{0,12}$/u))
    .map(([first, rest]) => first + rest)
    // A known option wins over an id of the same name.
    .filter((text) => !["f", "g", "h", "n", "pid", "help"].includes(text));

  it("is no part of an id, in any command that takes one", () => {
    fc.assert(
      fc.property(fc.constantFrom("start", "stop", "restart", "ping"), id, (name, text) => {
        expect(parseCommandLine([name, `-${text}`])).toEqual(parseCommandLine([name, text]));
      }),
    );
  });

  it("is no part of a command's word", () => {
    for (const { words, arguments: args } of commandTable) {
      if (args.some(({ required }) => required)) continue;
      const dashed = words.map((text) => `-${text}`);
      expect(parseCommandLine(dashed).spec.words).toEqual(words);
    }
  });
});

describe("the table", () => {
  it("names nothing twice at one place", () => {
    const names = commandTable.flatMap(({ words, aliases }) =>
      [words.at(-1), ...aliases].map((last) => [...words.slice(0, -1), last].join(" ")),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it("has only examples that can be read", () => {
    for (const { examples, words } of commandTable) {
      for (const { line } of examples) {
        const typed = /pmc (.*?)(?: >.*|\))?$/u.exec(line)?.[1] ?? "";
        const argv = [...typed.matchAll(/'([^']*)'|(\S+)/gu)].map(
          ([, quoted, bare]) => quoted ?? bare ?? "",
        );
        expect({ line, words: parseCommandLine(argv).spec.words }).toEqual({ line, words });
      }
    }
  });
});

it("JSON is asked for by a word before the double dash", () => {
  expect(wantsJson(["strat", "--json"])).toBe(true);
  expect(wantsJson(["start", "--", "--json"])).toBe(false);
});
