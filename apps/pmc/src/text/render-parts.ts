import type { ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "./escape.ts";
import { errorText } from "./print-error.ts";

/**
 * Writes something of each server. With one server that is all; with several, each part has the address above it,
 * and the error of a server that could not be asked stands in place of its part.
 */
export function renderParts(
  answers: readonly ServerAnswer[],
  part: (answer: ServerAnswer) => string,
): string {
  const [only, ...others] = answers;
  if (only !== undefined && others.length === 0) return part(only);
  return answers
    .map((answer) => {
      const error = answer.error === null ? "" : errorText(answer.error);
      return `${escapeLine(answer.address)}:\n${part(answer)}${error}`;
    })
    .join("\n");
}
