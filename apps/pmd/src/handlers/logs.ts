import { getSystemErrorMap } from "node:util";
import {
  followLog,
  formatPosition,
  hasLog,
  type LogPiece,
  type LogPosition,
  parsePosition,
  readLog,
} from "@dpm/captured-log";
import { dpmError } from "@dpm/errors";
import type { LogsRequest, ResultInit } from "@dpm/pdu";
import type { Output, ProcessDefinition } from "@dpm/process-core";
import { joinPieces } from "../join-pieces.ts";
import { mergeByTime } from "../merge-by-time.ts";
import { mergeStreams } from "../merge-streams.ts";
import type { Services } from "../services.ts";
import type { Handler } from "./handler.ts";
import { watchRemoval } from "./watch-removal.ts";

type StreamName = "stdout" | "stderr";

/** A piece of one of the streams. */
type Piece = LogPiece & { readonly stream: StreamName; readonly position?: LogPosition };

/** What a process wrote: its last lines, and with `follow` what it writes from then on. */
export const logs: Handler<LogsRequest> = async function* (services, request, { signal }) {
  const { id, program } = toDefined(services, request.id);
  const files = filesOf(id, program.output);
  const lines = request.lines ?? Number.POSITIVE_INFINITY;
  const start = { lines, sinceUs: request.sinceUs ?? null };
  const { times, positions } = request;
  if (!request.follow) {
    refuseRemoved(services, id, files);
    // The times decide the order, whether the client wants to know them or not.
    const options = { start, times: times || files.length > 1 };
    const streams = files.map(([stream, file]) => toPieces(stream, readLog(file, options)));
    const merged = mergeByTime(streams);
    yield* toChunks(times ? merged : joinPieces(merged), { times, positions: false });
    return;
  }
  const after = new Map(request.after.map((each) => [each.stream, toPosition(each.position)]));
  // The followers wait in the kernel; the end of this generator has to wake them as well as the client's.
  const ended = new AbortController();
  const removal = watchRemoval(services.supervisor, id);
  const until = AbortSignal.any([signal, ended.signal, removal.signal]);
  const options = { start, times, tellsBeginning: positions, signal: until };
  const follow = (stream: StreamName, file: string): AsyncGenerator<Piece> =>
    toPieces(stream, followLog(file, { ...options, after: after.get(stream) ?? null }));
  try {
    yield* toChunks(mergeStreams(files.map(([stream, file]) => follow(stream, file))), {
      times,
      positions,
    });
    if (removal.signal.aborted && !signal.aborted)
      throw dpmError("ERR_DPM_DAEMON_PROCESS_REMOVED", { id });
  } finally {
    removal.close();
    ended.abort();
  }
};

function toDefined({ supervisor }: Services, name: string): ProcessDefinition {
  if (name === "")
    throw dpmError("ERR_DPM_DAEMON_ARGUMENT", { name: "id", reason: "it is missing" });
  const ids = supervisor.select({ ids: [name] });
  const [id] = ids;
  if (ids.length !== 1) {
    const reason = `${name} means several processes: ${ids.join(", ")}`;
    throw dpmError("ERR_DPM_DAEMON_ARGUMENT", { name: "id", reason });
  }
  const definition = supervisor.definitionOf(id ?? "");
  // One that is just leaving can still be selected.
  if (definition === null)
    throw dpmError("ERR_DPM_PROCESS_NOT_FOUND", { names: [name], nearest: [] });
  return definition;
}

function toPosition(text: string): LogPosition {
  const position = parsePosition(text);
  if (position === null)
    throw dpmError("ERR_DPM_DAEMON_ARGUMENT", { name: "after", reason: "it is no position" });
  return position;
}

function filesOf(
  id: string,
  { stdoutFile, stderrFile }: Output,
): (readonly [StreamName, string])[] {
  if (stdoutFile === null) throw dpmError("ERR_DPM_DAEMON_NO_LOG", { id });
  const stdout = ["stdout", stdoutFile] as const;
  return stderrFile === null || stderrFile === stdoutFile
    ? [stdout]
    : [stdout, ["stderr", stderrFile]];
}

/** Silence would say that it has written nothing, when all of that was removed. */
function refuseRemoved(
  { supervisor }: Services,
  id: string,
  files: readonly (readonly [StreamName, string])[],
): void {
  const status = supervisor.status([id])[0];
  const hasRun = status !== undefined && (status.pid !== null || status.lastExit !== null);
  const [first] = files;
  if (first !== undefined && hasRun && !files.some(([, file]) => hasLog(file)))
    throw dpmError("ERR_DPM_PROCESS_LOG_UNREADABLE", { path: first[1], errno: "ENOENT" });
}

async function* toPieces(
  stream: StreamName,
  pieces: AsyncGenerator<LogPiece>,
): AsyncGenerator<Piece> {
  for await (const piece of pieces) yield { ...piece, stream };
}

async function* toChunks(
  pieces: AsyncGenerator<Piece>,
  wanted: { readonly times: boolean; readonly positions: boolean },
): AsyncGenerator<ResultInit> {
  for await (const piece of pieces) {
    const { stream, timeUs } = piece;
    const position =
      wanted.positions && piece.position !== undefined
        ? { position: formatPosition(piece.position) }
        : {};
    if (piece.kind === "text") {
      yield {
        log: { stream, data: piece.data, ...(wanted.times ? { timeUs } : {}), ...position },
      };
      continue;
    }
    const { lines, bytes, errno } = piece;
    const reason = errno === null ? "" : phraseOf(errno);
    yield { log: { stream, gap: { lines, bytes, reason, atUs: piece.timeUs }, ...position } };
  }
}

/** What an errno means in words. */
function phraseOf(errno: string): string {
  for (const [name, phrase] of getSystemErrorMap().values()) if (name === errno) return phrase;
  return errno;
}
