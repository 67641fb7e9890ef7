import { describe, expect, it } from "vitest";
import { parseSource } from "../source/parse-source.ts";
import type { SourceFile, SourceNode } from "../source/source-node.ts";
import { insertAt, type TextChanges } from "./text-change.ts";
import { makeVerified } from "./verified-edit.ts";

const file: SourceFile = parseSource({ path: "/etc/dpm/pmd.yaml", content: "a: 1\nb: 2\n" });
const first: SourceNode = file.root.entries[0]?.value ?? file.root;

const tryEdit = (candidates: readonly TextChanges[]): string =>
  makeVerified(file, { candidates, expected: new Map([[first, "x"]]) });

describe("makeVerified", () => {
  it("takes the first way of writing that says what is expected", () => {
    const wrong = [{ range: first.range, text: "y" }];
    const invalid = [{ range: first.range, text: "[" }];
    const right = [{ range: first.range, text: "x # so" }];
    expect(tryEdit([wrong, invalid, right, [{ range: first.range, text: "x" }]])).toBe(
      "a: x # so\nb: 2\n",
    );
  });

  it.each([
    ["another value changes too", "x\nb: 3"],
    ["a key comes in", "x\nc: 3"],
    ["the rest becomes a comment", "x #"],
    ["the value becomes a map", "{x: 1}"],
  ])("refuses an edit by which %s", (_title, text) => {
    const range = {
      start: first.range.start,
      end: text.endsWith("#") ? file.text.length - 2 : first.range.end,
    };
    expect(() => tryEdit([[{ range, text }]])).toThrow(
      expect.objectContaining({ code: "ERR_DPM_CONFIG_NOT_EDITABLE" }),
    );
  });

  it("refuses an edit that leaves the value as it was", () => {
    expect(() => tryEdit([[insertAt(0, "# c\n")]])).toThrow(
      expect.objectContaining({
        message: expect.stringContaining("the edit would change more than the one place"),
      }),
    );
  });

  it("refuses to remove the root", () => {
    expect(() =>
      makeVerified(file, { candidates: [], expected: new Map([[file.root, null]]) }),
    ).toThrow(
      expect.objectContaining({
        code: "ERR_DPM_CONFIG_NOT_EDITABLE",
        message: expect.stringContaining("its root cannot be removed"),
      }),
    );
  });
});
