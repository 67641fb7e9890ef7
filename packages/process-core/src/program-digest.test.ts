import { expect, it } from "vitest";
import { digestOfProgram } from "./program-digest.ts";
import { defineProcess } from "./testing/index.ts";

const { program } = defineProcess("a");
const digest = digestOfProgram(program);

it("is the same for what runs the same", () => {
  expect(digestOfProgram(structuredClone(program))).toBe(digest);
  const environment = { B: "2", A: "1" };
  expect(digestOfProgram({ ...program, environment })).toBe(
    digestOfProgram({ ...program, environment: { A: "1", B: "2" } }),
  );
  expect(digestOfProgram({ ...program, output: { ...program.output, backups: 77 } })).toBe(digest);
});

it("knows no difference between a key that says nothing and one that another version does not have", () => {
  const later = { ...program, ioClass: null, capabilities: [], sandbox: {} };
  expect(digestOfProgram(later)).toBe(digest);
});

it.each([
  { argv: ["/bin/other"] as const },
  { argv: [...program.argv, ""] as const },
  { directory: "/srv" },
  { environment: { A: "1" } },
  { user: "nobody" },
  { limits: { nofile: { soft: 5, hard: 5 } } },
  { output: { ...program.output, stdoutFile: "/other" } },
])("tells %o apart", (change) => {
  expect(digestOfProgram({ ...program, ...change })).not.toBe(digest);
});
