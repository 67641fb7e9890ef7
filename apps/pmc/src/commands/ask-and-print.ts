import type { Invocation } from "@dpm/commands";
import type { Command } from "@dpm/rpc";

import { statusOfCategory, worstStatus } from "../exit-codes.ts";
import { printJson } from "../json/print-json.ts";
import { toServerJson } from "../json/server-json.ts";
import { askServer, type Question } from "../session/ask-server.ts";
import { emptyAnswer, type ServerAnswer } from "../session/server-answer.ts";
import { advise } from "../targets/advise.ts";
import { findTargets } from "../targets/find-targets.ts";
import { printError } from "../text/print-error.ts";
import { type Style, styleOf } from "../text/style.ts";
import type { World } from "../world.ts";
import { createProgress } from "./progress.ts";

/** Asks a server again, over a new connection. */
export type AskAgain = (
  question: Pick<Question, "requests" | "timeoutMs">,
) => Promise<ServerAnswer>;

/** What a command asks of each server, and how people read the answers. */
export interface ServerCommand {
  readonly requests: readonly Command[];
  /** Whether rows say if what was asked came true; else they only show a state. */
  readonly changes: boolean;
  /** Whether rows may take their time, so that progress is shown. */
  readonly isLong?: boolean;
  /** Whether to wait until the server has gone. */
  readonly waitForEnd?: boolean;
  /** What has to be asked of the same server once it has answered without an error. */
  readonly afterwards?: (answer: ServerAnswer, ask: AskAgain) => Promise<ServerAnswer>;
  /**
   * Writes the answers of all servers as text. With several servers it also says why one could not be asked;
   * with one, that is said on standard error.
   */
  readonly render: (answers: readonly ServerAnswer[], style: Style) => string;
  /** A status of its own for an answer without an error, apart from 1 for failed rows. */
  readonly statusOf?: (answer: ServerAnswer) => number;
  /** Members of the JSON document beside `servers`. */
  readonly json?: Readonly<Record<string, unknown>>;
}

function statusOfAnswer(answer: ServerAnswer, command: ServerCommand): number {
  const rowFailed = command.changes && answer.rows.some((row) => !row.ok || !row.done);
  return worstStatus([
    ...(answer.error === null ? [] : [statusOfCategory[answer.error.category]]),
    ...(rowFailed ? [1] : []),
    command.statusOf?.(answer) ?? 0,
  ]);
}

/** Asks all servers at once, prints their answers and resolves with the exit status. */
export async function askAndPrint(
  { spec, options }: Invocation,
  command: ServerCommand,
  world: World,
): Promise<number> {
  const targets = findTargets(options, world);
  const timeoutMs = options.timeoutMs ?? spec.timeoutMs ?? Infinity;
  const progress =
    command.isLong === true && !options.json ? createProgress(targets.length, world) : null;
  const answers = await Promise.all(
    targets.map(async (target) => {
      progress?.show(emptyAnswer(target.text));
      const first = await askServer(target, {
        requests: command.requests,
        timeoutMs,
        version: world.version,
        waitForEnd: command.waitForEnd === true,
        onProgress: progress === null ? undefined : (answer) => progress.show(answer()),
      });
      const again: AskAgain = (question) =>
        askServer(target, {
          ...question,
          version: world.version,
          waitForEnd: false,
          onProgress: () => {},
        });
      const answer =
        first.error === null ? ((await command.afterwards?.(first, again)) ?? first) : first;
      const { error } = answer;
      return error === null ? answer : { ...answer, error: advise(error, { target, spec }, world) };
    }),
  );
  await progress?.end();
  if (options.json) {
    const servers = answers.map((answer) => toServerJson(answer, command.changes));
    await printJson({ ...command.json, servers }, world);
  } else {
    const text = command.render(answers, styleOf(world, options.color));
    if (text !== "") await world.stdout.write(text);
    const [only, ...others] = answers;
    const error = others.length === 0 ? only?.error : null;
    if (error !== null && error !== undefined) await printError(error, world);
  }
  return worstStatus(answers.map((answer) => statusOfAnswer(answer, command)));
}
