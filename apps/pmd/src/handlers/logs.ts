import { followLog, type LogPiece, readLog } from "@dpm/captured-log";
import type { EffectiveProcess } from "@dpm/config";
import { dpmError } from "@dpm/errors";
import type { LogsRequest, ResultInit } from "@dpm/pdu";
import { mergeStreams } from "../merge-streams.ts";
import type { Services } from "../services.ts";
import { toDefinition } from "../to-definition.ts";
import type { Handler } from "./handler.ts";
import { watchRemoval } from "./watch-removal.ts";

type StreamName = "stdout" | "stderr";

/** What a process wrote: its last lines, and with `follow` what it writes from then on. */
export const logs: Handler<LogsRequest> = async function* (
  services,
  { id, follow, lines },
  { signal },
) {
  const configured = toConfigured(services, id);
  const files = filesOf(configured, services.logDirectory);
  const count = lines ?? Number.POSITIVE_INFINITY;
  if (!follow) {
    for (const [stream, file] of files)
      yield* toChunks(
        stream,
        readLog(file, { start: { lines: count, sinceUs: null }, times: false }),
      );
    return;
  }
  // The followers wait in the kernel; the end of this generator has to wake them as well as the client's.
  const ended = new AbortController();
  const removal = watchRemoval(services.supervisor, configured.id);
  const until = AbortSignal.any([signal, ended.signal, removal.signal]);
  const options = { start: { lines: count, sinceUs: null }, times: false, signal: until };
  try {
    yield* mergeStreams(files.map(([stream, file]) => toChunks(stream, followLog(file, options))));
    if (removal.signal.aborted && !signal.aborted)
      throw dpmError("ERR_DPM_DAEMON_PROCESS_REMOVED", { id: configured.id });
  } finally {
    removal.close();
    ended.abort();
  }
};

function toConfigured({ supervisor, configuration }: Services, name: string): EffectiveProcess {
  if (name === "")
    throw dpmError("ERR_DPM_DAEMON_ARGUMENT", { name: "id", reason: "it is missing" });
  const ids = supervisor.select({ ids: [name] });
  const [id] = ids;
  if (ids.length !== 1) {
    const reason = `${name} means several processes: ${ids.join(", ")}`;
    throw dpmError("ERR_DPM_DAEMON_ARGUMENT", { name: "id", reason });
  }
  const configured = configuration.current.processes.find((candidate) => candidate.id === id);
  // One that is just leaving is still known to the supervisor.
  if (configured === undefined) throw dpmError("ERR_DPM_PROCESS_NOT_FOUND", { names: [name] });
  return configured;
}

function filesOf(
  configured: EffectiveProcess,
  logDirectory: string,
): (readonly [StreamName, string])[] {
  const { stdoutFile, stderrFile } = toDefinition(configured, logDirectory).program.output;
  if (stdoutFile === null) throw dpmError("ERR_DPM_DAEMON_NO_LOG", { id: configured.id });
  const stdout = ["stdout", stdoutFile] as const;
  return stderrFile === null || stderrFile === stdoutFile
    ? [stdout]
    : [stdout, ["stderr", stderrFile]];
}

async function* toChunks(
  stream: StreamName,
  pieces: AsyncGenerator<LogPiece>,
): AsyncGenerator<ResultInit> {
  for await (const piece of pieces)
    if (piece.kind === "text") yield { log: { stream, data: piece.data } };
}
