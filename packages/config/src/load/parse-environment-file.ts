import type { Problem } from "../source/problem.ts";
import { isVariableName } from "../values/environment-type.ts";

const shape = /^(?:export\s+)?([^=\s]+)\s*=\s*(.*)$/u;
const quoted = /^(["'])(.*)\1$/u;

/**
 * The variables of a file with one `NAME=value` a line. Blank lines and lines that start with `#` are left out, `export` before a name
 * and one pair of quotes around a value are taken off, and nothing is expanded. Other lines are reported.
 */
export function parseEnvironmentFile(
  { path, text }: { readonly path: string; readonly text: string },
  report: (problem: Problem) => void,
): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const trimmed = line.trim();
    const [, name = "", value = ""] = shape.exec(trimmed) ?? [];
    if (trimmed === "" || trimmed.startsWith("#")) {
      continue;
    }
    if (!isVariableName(name) || value.includes("\0")) {
      const at = { file: path, line: index + 1, column: 1 };
      report({ at, message: "this line is not a variable", hint: "for example PORT=8080" });
    } else {
      variables[name] = quoted.exec(value)?.[2] ?? value;
    }
  }
  return variables;
}
