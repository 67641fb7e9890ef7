import { startProgram } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { crashPoints } from "./crash-point.ts";

const port = { add: (one: number, other: number): number => one + other, name: "port" };

test("without a wish a port is left as it is", () => {
  expect(crashPoints(undefined).wrap("port", port)).toBe(port);
});

test("a wrapped port works as before, whatever dies elsewhere", async () => {
  const wrapped = crashPoints("other.add.after:1").wrap("port", {
    ...port,
    later: async (value: number) => value,
  });
  expect([wrapped.add(1, 2), await wrapped.later(3), wrapped.name]).toEqual([3, 3, "port"]);
});

test.each([
  ["port.work.before:2", "did 1"],
  ["port.work.after:2", "did 1\ndid 2"],
])("%s ends the program there, and neither sooner nor later", async (wish, said) => {
  const program = startProgram([
    process.execPath,
    "--no-warnings",
    "--input-type=module-typescript",
    "--eval",
    `import { writeSync } from "node:fs";
     import { crashPoints } from ${JSON.stringify(new URL("crash-point.ts", import.meta.url).href)};
     const port = crashPoints(${JSON.stringify(wish)}).wrap("port", {
       work: async (number: number) => writeSync(1, "did " + number + "\\n"),
     });
     for (const number of [1, 2, 3]) await port.work(number);`,
  ]);
  expect(await program.ended).toEqual({ code: null, signal: "SIGKILL" });
  expect(program.stdout().trim()).toBe(said);
});
