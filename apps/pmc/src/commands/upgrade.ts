import { resolve } from "node:path";
import { reportFromPdu } from "@dpm/pdu";

import type { Question } from "../session/ask-server.ts";
import type { ServerAnswer } from "../session/server-answer.ts";
import { escapeLine } from "../text/escape.ts";
import { renderParts } from "../text/render-parts.ts";
import { type AskAgain, askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";

// Beyond the time in which the new program must be ready: for the old one that comes back.
const comeBackMs = 30_000;
const failed = "ERR_DPM_DAEMON_UPGRADE_FAILED";

/** Asks until the program that has taken the place answers. Its listening socket is there all the time, so mostly once. */
async function awaitSuccessor(answer: ServerAnswer, ask: AskAgain): Promise<ServerAnswer> {
  const { upgrade } = answer;
  if (upgrade === null) return answer;
  const begun = performance.now();
  const giveUpAt = begun + upgrade.readyWithinMs + comeBackMs;
  const question: Pick<Question, "requests"> = { requests: [{ version: {} }] };
  for (;;) {
    const later = await ask({ ...question, timeoutMs: giveUpAt - performance.now() });
    if (later.error === null && later.server !== null) {
      const troubles = later.server.troubles.map(reportFromPdu);
      return {
        ...answer,
        server: later.server,
        unansweredMs: Math.round(performance.now() - begun),
        error: troubles.find(({ code }) => code === failed) ?? null,
      };
    }
    if (performance.now() > giveUpAt) return { ...answer, error: later.error };
    await pause(retryMs);
  }
}

const retryMs = 50;
const pause = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms));

function render({ upgrade, server, unansweredMs, address, error }: ServerAnswer): string {
  if (upgrade === null || server === null || error !== null) return "";
  return escapeLine(
    `${upgrade.from} → ${server.server} at ${address}, pid ${server.pid}, ${unansweredMs} ms without answers`,
  ).concat("\n");
}

/** `pmc upgrade`. */
export const run: RunCommand<"upgrade"> = (invocation, world) => {
  const { program, readyWithinMs } = invocation.command;
  return askAndPrint(
    invocation,
    {
      requests: [
        {
          upgrade: {
            program: program === null ? "" : resolve(program),
            readyWithinMs: readyWithinMs ?? 0,
          },
        },
      ],
      changes: true,
      waitForEnd: true,
      afterwards: awaitSuccessor,
      render: (answers) => renderParts(answers, render),
    },
    world,
  );
};
