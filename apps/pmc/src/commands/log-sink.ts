import { createLogDecoder, type LogJson } from "../json/log-json.ts";
import { printJson } from "../json/print-json.ts";
import { type ServerJson, toServerJson } from "../json/server-json.ts";
import { emptyAnswer, type ServerAnswer } from "../session/server-answer.ts";
import type { Target } from "../targets/find-targets.ts";
import { createLogPrinter, type LogPrinter, type LogStyle } from "../text/log-printer.ts";
import type { World } from "../world.ts";

/** What a server answered, with the pieces of output. */
interface LogServerJson extends ServerJson {
  readonly logs: readonly LogJson[];
}

/** Where the chunks of one server go, and what is left to say when they end. */
export interface LogSink extends LogPrinter {
  /** The server's member of the JSON document; null when the output is text. */
  readonly json: (answer: ServerAnswer) => LogServerJson | null;
}

/** Prints chunks as they come. */
export function textSink(style: LogStyle, world: World): LogSink {
  return { ...createLogPrinter(world, style), json: () => null };
}

function toJson(answer: ServerAnswer, logs: readonly LogJson[]): LogServerJson {
  return { ...toServerJson(answer, false), logs };
}

function isContinued(last: LogJson, piece: LogJson): boolean {
  if (last.dropped !== undefined || piece.dropped !== undefined) return false;
  return last.stream === piece.stream && last.time === piece.time;
}

/** Collects everything for one document or, when following, prints a document of the same shape for each chunk. */
export function jsonSink(target: Target, follow: boolean, world: World): LogSink {
  const decode = createLogDecoder();
  const logs: LogJson[] = [];
  return {
    async print(chunk) {
      const piece = decode(chunk);
      const last = logs.at(-1);
      if (follow) {
        await printJson({ servers: [toJson(emptyAnswer(target.text), [piece])] }, world);
      } else if (last !== undefined && isContinued(last, piece)) {
        logs[logs.length - 1] = { ...last, text: last.text + piece.text };
      } else {
        logs.push(piece);
      }
    },
    end: async () => {},
    json: (answer) => toJson(answer, logs),
  };
}
