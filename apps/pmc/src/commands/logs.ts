import type { CommandOf, Invocation } from "@dpm/commands";
import { toReport } from "@dpm/errors";

import { statusOfCategory, worstStatus } from "../exit-codes.ts";
import { printJson } from "../json/print-json.ts";
import { toKnownError } from "../known-error.ts";
import { readLog } from "../session/read-log.ts";
import { emptyAnswer, type ServerAnswer } from "../session/server-answer.ts";
import { advise } from "../targets/advise.ts";
import { findTargets, type Target } from "../targets/find-targets.ts";
import { printError } from "../text/print-error.ts";
import { escapeLine } from "../text/escape.ts";
import type { World } from "../world.ts";
import type { RunCommand } from "./client-command.ts";
import { jsonSink, type LogSink, textSink } from "./log-sink.ts";

type LogsInvocation = Invocation & { readonly command: CommandOf<"logs"> };

async function readOne(
  { target, locate }: { readonly target: Target; readonly locate: () => Target },
  { sink, stop }: { readonly sink: LogSink; readonly stop: AbortSignal },
  { invocation, world }: { readonly invocation: LogsInvocation; readonly world: World },
): Promise<ServerAnswer> {
  const { id, follow, lines, since, timestamps } = invocation.command;
  const say = (text: string): void =>
    void world.stderr.write(`pmc: ${escapeLine(target.text)}: ${escapeLine(text)}\n`);
  try {
    await readLog(locate, {
      id,
      follow,
      lines,
      sinceUs:
        since === null ? null : 1000 * (since.kind === "at" ? since.ms : world.now() - since.ms),
      times: timestamps,
      timeoutMs: invocation.options.timeoutMs ?? Infinity,
      version: world.version,
      stop,
      onChunk: (chunk) => sink.print(chunk),
      onLost: ({ message }) => say(`${message}; trying again`),
      onBack: (gap) => say(gap ? "connected again; lines may be missing" : "connected again"),
    });
    return emptyAnswer(target.text);
  } catch (error) {
    const { spec } = invocation;
    const report = advise(toReport(toKnownError(error)), { target, spec }, world);
    return { ...emptyAnswer(target.text), error: report };
  } finally {
    await sink.end();
  }
}

/** `pmc logs`. */
export const run: RunCommand<"logs"> = async (invocation, world) => {
  const { options, command } = invocation;
  const { follow } = command;
  const targets = findTargets(options, world);
  const interrupt = new AbortController();
  const release = world.onInterrupt(() => interrupt.abort());
  const isOne = targets.length === 1;
  const done = await Promise.all(
    targets.map(async (target, index) => {
      const locate = (): Target => findTargets(options, world)[index] ?? target;
      const name = isOne ? null : target.text;
      const style = { name, timestamps: command.timestamps };
      const sink = options.json ? jsonSink(target, follow, world) : textSink(style, world);
      const answer = await readOne(
        { target, locate },
        { sink, stop: interrupt.signal },
        { invocation, world },
      );
      return { answer, json: sink.json(answer) };
    }),
  );
  release();
  const failed = done.filter(({ answer }) => answer.error !== null);
  if (options.json && (!follow || failed.length > 0)) {
    const servers = (follow ? failed : done).flatMap(({ json }) => json ?? []);
    await printJson({ servers }, world);
  }
  if (!options.json) {
    for (const { answer } of failed) {
      const where = isOne ? "" : answer.address;
      if (answer.error !== null) await printError(answer.error, world, { where });
    }
  }
  return worstStatus(
    failed.map(({ answer }) =>
      answer.error === null ? 0 : statusOfCategory[answer.error.category],
    ),
  );
};
