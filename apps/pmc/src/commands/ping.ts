import { desiredStateWord, processStateWord } from "@dpm/pdu";

import type { ServerAnswer } from "../session/server-answer.ts";
import { noteOf } from "../text/process-words.ts";
import { renderServerRows } from "../text/server-rows.ts";
import { statusTable } from "../text/status-table.ts";
import { renderTroubles } from "../text/troubles.ts";
import { askAndPrint } from "./ask-and-print.ts";
import type { RunCommand } from "./client-command.ts";
import { selectionOf } from "./selection-of.ts";

const notRunning = 3;
const upStates: readonly string[] = ["running", "starting", "reloading"];

/** 3 when a process that shall be up is neither running nor starting. */
export function pingStatus({ rows }: ServerAnswer): number {
  const isMissing = rows.some(
    ({ status }) =>
      desiredStateWord(status.desired) === "up" &&
      !upStates.includes(processStateWord(status.state)),
  );
  return isMissing ? notRunning : 0;
}

function renderNotes(answers: readonly ServerAnswer[], now: number): string {
  let notes = "";
  for (const { rows } of answers) {
    for (const { status } of rows) {
      const note = noteOf(status, now);
      if (note !== "") notes += `${note}\n`;
    }
  }
  return notes;
}

/** `pmc ping`. */
export const run: RunCommand<"ping"> = (invocation, world) =>
  askAndPrint(
    invocation,
    {
      requests: [{ ping: { selector: selectionOf(invocation) } }],
      changes: false,
      statusOf: pingStatus,
      render: (answers, style) => {
        const table = renderServerRows(answers, statusTable(world.now()), style);
        const below = [renderNotes(answers, world.now()), renderTroubles(answers)]
          .filter((part) => part !== "")
          .map((part) => `\n${part}`);
        return table + below.join("");
      },
    },
    world,
  );
