import { readFileSync } from "node:fs";
import { join } from "node:path";

import * as help from "@dpm/help";
import { expect, it } from "vitest";

it("the example of the README does what it says", () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const [, example = ""] = /```ts\n([\s\S]*?)```/u.exec(readme) ?? [];
  const code = example.replace(/import \{(.*)\} from .*;/u, "const {$1} = help;");
  const lines: string[] = [];
  const console = { log: (...words: unknown[]) => lines.push(words.join(" ")) };
  // oxlint-disable-next-line typescript/no-implied-eval -- the README is ours, and runs as it stands
  new Function("help", "console", code)(help, console);
  expect(lines[0]).toContain("Exit status");
  expect(lines[1]).toContain("pmc config display");
  expect(lines[2]).toContain("complete -F _pmc pmc pm");
  expect(lines[3]).toContain("# Commands");
});
