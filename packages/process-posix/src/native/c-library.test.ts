import { expect, test } from "vitest";
import { bind, errnoName, isEngineLoadable } from "./c-library.ts";

test("a C library without what the engine needs is told with the way out", () => {
  expect(isEngineLoadable()).toBe(process.platform === "linux");
  expect(() => bind("int no_such_function_anywhere(int)")).toThrow(
    expect.objectContaining({
      code: "ERR_DPM_PROCESS_ENGINE_UNAVAILABLE",
      hint: expect.stringContaining("--engine node"),
    }),
  );
});

test("errors have the names that the system gives them", () => {
  expect([2, 11, 24].map(errnoName)).toEqual(["ENOENT", "EAGAIN", "EMFILE"]);
});
