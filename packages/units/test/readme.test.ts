import { readFileSync } from "node:fs";
import * as units from "@dpm/units";
import { expect, it } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? "";
const calls = [...example.matchAll(/^(\w+)\((.+)\); \/\/ ("[^"]*"|[^,:;\s]+)/gm)];
const functions = new Map(Object.entries(units));

function notExported(): never {
  throw new Error("the example calls a function that the package does not export");
}

it("has an example with every function", () => {
  expect(new Set(calls.map(([, name]) => name))).toEqual(new Set(functions.keys()));
});

it.each(calls.map(([, name = "", argument = "", result = ""]) => ({ name, argument, result })))(
  "says truly that $name($argument) is $result",
  ({ name, argument, result }) => {
    const call = functions.get(name) ?? notExported;
    expect(Reflect.apply(call, undefined, [JSON.parse(argument.replaceAll("_", ""))])).toEqual(
      JSON.parse(result),
    );
  },
);
