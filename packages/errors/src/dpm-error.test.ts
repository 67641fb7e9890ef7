import { describe, expect, expectTypeOf, test } from "vitest";
import type { Code, DetailsOf } from "./codes.ts";
import { codes } from "./codes.ts";
import { DpmError, dpmError, errorFromReport, hasCode, isDpmError, toReport } from "./dpm-error.ts";
import { categories, isCategory } from "./category.ts";

describe("an error made from a code", () => {
  const error = dpmError("ERR_DPM_INTERNAL", { incident: "a1b2" }, new Error("the cause"));

  test("carries the category, the sentence and the hint of the table", () => {
    expect(error).toBeInstanceOf(Error);
    expect(error.category).toBe("internal");
    expect(error.message).toContain("a1b2");
    expect(error.hint).toContain("a1b2");
    expect(error.cause).toBeInstanceOf(Error);
  });

  test("has details whose type follows from the code", () => {
    expectTypeOf<DetailsOf<"ERR_DPM_INTERNAL">>().toEqualTypeOf<{ readonly incident: string }>();
    expectTypeOf<"ERR_DPM_NO_SUCH_CODE">().not.toExtend<Code>();
  });

  test("becomes a report without stack and cause, and an error again", () => {
    const report = toReport(error);
    expect(JSON.parse(JSON.stringify(report))).toEqual({
      code: "ERR_DPM_INTERNAL",
      category: "internal",
      message: error.message,
      hint: error.hint,
      details: { incident: "a1b2" },
    });
    expect(toReport(errorFromReport(report))).toEqual(report);
  });

  test("leaves out of the report what it does not have", () => {
    expect(
      Object.keys(toReport(dpmError("ERR_DPM_CANCELLED", { what: "the start" }))),
    ).not.toContain("hint");
    expect(
      Object.keys(toReport(new DpmError({ code: "X", category: "internal", message: "m" }))),
    ).toEqual(["code", "category", "message"]);
  });
});

test("an error of another installed copy is recognised by its brand", () => {
  const foreign = Object.assign(new Error("m"), {
    [Symbol.for("@dpm/errors.DpmError")]: true,
    code: "ERR_DPM_INTERNAL",
  });
  expect(isDpmError(foreign)).toBe(true);
  expect(hasCode(foreign, "ERR_DPM_INTERNAL")).toBe(true);
  expect(hasCode(foreign, "ERR_DPM_CANCELLED")).toBe(false);
});

test("what is no error of ours is not taken for one", () => {
  for (const value of [undefined, null, "text", new Error("m"), { code: "ERR_DPM_INTERNAL" }])
    expect(isDpmError(value)).toBe(false);
});

test("every code follows the naming rule and has a known category", () => {
  for (const [name, entry] of Object.entries(codes)) {
    expect(name).toMatch(/^ERR_DPM(_[A-Z0-9]+)+$/);
    expect(categories).toContain(entry.category);
  }
  expect(isCategory("internal")).toBe(true);
  expect(isCategory("toString")).toBe(false);
});
