import type { ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "../text/escape.ts";
import { renderParts } from "../text/render-parts.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

const invalid = 78;

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

function renderValidation({ validation }: ServerAnswer): string {
  if (validation === null) return "";
  const lines = validation.problems.map(({ file, line, column, message, hint }) => {
    const place = [file, line, column].filter((part) => part !== 0 && part !== "").join(":");
    return escapeLine(`${place}: ${message}${hint === "" ? "" : ` (${hint})`}`);
  });
  const count = `${counted(validation.processes, "process", "processes")} in ${counted(validation.files, "file", "files")}`;
  const verdict = validation.ok
    ? `The configuration is right: ${count}.`
    : `The configuration is wrong: ${counted(lines.length, "problem", "problems")}; nothing was changed.`;
  return [...lines, verdict].map((line) => `${line}\n`).join("");
}

/** `pmc config validate`. */
export const run: RunCommand<"config-validate"> = (invocation, world) =>
  askAndPrint(
    invocation,
    {
      requests: [{ configValidate: {} }],
      changes: false,
      statusOf: ({ validation }) => (validation?.ok === false ? invalid : 0),
      render: (answers) => renderParts(answers, renderValidation),
    },
    world,
  );
