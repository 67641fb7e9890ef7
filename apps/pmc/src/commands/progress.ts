import { processStateWord } from "@dpm/pdu";

import type { ProcessRow, ServerAnswer } from "../session/server-answer.ts";
import { breakText } from "../text/display-width.ts";
import { escapeLine } from "../text/escape.ts";
import type { World } from "../world.ts";

/** Rows on a terminal that show what a long command waits for, and vanish when it ends. */
export interface Progress {
  /** Shows the newest state of one server's answer. */
  show(answer: ServerAnswer): void;
  /** Takes the rows away. */
  end(): Promise<void>;
}

// What is over sooner than this needs no progress.
const quietMs = 300;
const redrawMs = 100;
const mostRows = 8;

const clearLine = "\u001b[2K";
const lineUp = "\u001b[1A";

function rowText({ status, done, ok }: ProcessRow, server: string): string {
  const word = done ? (ok ? "done" : "failed") : processStateWord(status.state);
  const reason = done || status.reason === "" ? "" : ` (${status.reason})`;
  return escapeLine(`  ${server}${status.id}: ${word}${reason}`);
}

/** What is waited for before any row has come. */
function beforeRows({ address, edit }: ServerAnswer): string {
  const isWritten = edit !== null && edit.line !== 0 && !edit.unchanged;
  return isWritten
    ? escapeLine(`written to ${edit.file}:${edit.line}; waiting for the processes`)
    : escapeLine(`waiting for ${address}`);
}

function linesOf(answers: readonly ServerAnswer[], showServer: boolean): readonly string[] {
  const rows = answers.flatMap((answer) =>
    answer.rows.map((row) => ({ row, server: showServer ? `${answer.address} ` : "" })),
  );
  if (rows.length === 0) return answers.map(beforeRows);
  const waiting = rows.filter(({ row }) => !row.done);
  const hidden = waiting.length - mostRows;
  return [
    `${rows.length - waiting.length} of ${rows.length} done`,
    ...waiting.slice(0, mostRows).map(({ row, server }) => rowText(row, server)),
    ...(hidden > 0 ? [`  and ${hidden} more`] : []),
  ];
}

/** Progress on standard error; on anything but a terminal it shows nothing. */
export function createProgress(servers: number, world: Pick<World, "stderr">): Progress | null {
  const { stderr } = world;
  if (!stderr.isTerminal) return null;
  const answers = new Map<string, ServerAnswer>();
  let drawn = 0;
  let writing = Promise.resolve();
  const erase = (): string => `${clearLine}${`${lineUp}${clearLine}`.repeat(drawn)}\r`;
  const draw = (): void => {
    const columns = Math.max(20, (stderr.columns ?? 80) - 1);
    // One line each, since a broken line could not be erased by counting lines.
    const lines = linesOf([...answers.values()], servers > 1).map(
      (line) => breakText(line, columns)[0] ?? "",
    );
    const text = `${erase()}${lines.join("\n")}\n`;
    drawn = lines.length;
    writing = stderr.write(text);
  };
  let timer: NodeJS.Timeout | null = null;
  return {
    show(answer) {
      answers.set(answer.address, answer);
      timer ??= setTimeout(
        () => {
          timer = null;
          draw();
        },
        drawn === 0 ? quietMs : redrawMs,
      );
    },
    async end() {
      if (timer !== null) clearTimeout(timer);
      await writing;
      if (drawn > 0) await stderr.write(erase());
    },
  };
}
