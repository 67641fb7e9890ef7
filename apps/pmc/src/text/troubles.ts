import type { ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "./escape.ts";

/** What troubles the servers themselves, one line for each; empty when nothing does. */
export function renderTroubles(answers: readonly ServerAnswer[]): string {
  return answers
    .flatMap(({ address, server }) =>
      (server?.troubles ?? []).map(({ message, hint }) => {
        const advice = hint === "" ? "" : `. ${hint}`;
        return `! pmd at ${escapeLine(address)}: ${escapeLine(message + advice)}\n`;
      }),
    )
    .join("");
}
