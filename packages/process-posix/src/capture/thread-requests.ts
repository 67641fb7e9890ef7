import { closeSync } from "node:fs";
import { errnoOf, type LogDirectory } from "@dpm/launch";
import { makeFifo, openFifo } from "./fifo.ts";
import type { OpenLogs } from "./open-logs.ts";
import { openPatiently } from "./open-patiently.ts";
import { dropBytes } from "./drop-bytes.ts";
import type { DueTimes } from "./due-times.ts";
import { noLoss } from "./loss.ts";
import { LogSink } from "./log-sink.ts";
import type { Answer, Attachment, FromThread, ToThread } from "./messages.ts";
import type { PollSet } from "./poll-set.ts";
import { lastError, pendingBytes } from "./pump-calls.ts";
import { pump, type PumpSource } from "./pump-source.ts";
import type { Rest } from "./rest.ts";
import type { SinkHost } from "./sink-host.ts";

/** What the thread works on. */
export interface ThreadState {
  readonly polls: PollSet;
  readonly dueTimes: DueTimes;
  readonly sources: Map<number, PumpSource>;
  /** FIFOs that had more than one turn's bytes. */
  readonly waiting: Set<PumpSource>;
  readonly logs: OpenLogs;
  /** The daemon's own, which is made again when somebody removes it. */
  readonly logDirectory: LogDirectory | null;
  /** FIFOs that there are descriptors for. */
  readonly mostSources: number;
  readonly tell: (message: FromThread) => void;
  readonly turn: (source: PumpSource) => void;
  readonly rest: Rest;
}

/** Does what the main thread asks for. */
export interface ThreadRequests {
  do(message: ToThread): void;
  /** Closes the logs. What is in the FIFOs stays there. */
  end(): void;
}

function openSource({ fifo, make, owner }: Attachment): number | string {
  try {
    return openPatiently(() => (make ? makeFifo(fifo, owner) : openFifo(fifo)));
  } catch (error) {
    return errnoOf(error);
  }
}

// A log that can't be written for one of these reasons may be in a minute, and no service is held up by it.
const passing = new Set(["ENOSPC", "EDQUOT", "EIO", "EROFS", "EMFILE", "ENFILE", "ENOMEM"]);
// What a FIFO holds at most, some times over: whoever writes on while it is let go of writes to nobody.
const lastTurnBytes = 16 * 1024 * 1024;

/** Makes it on the state of the thread. */
export function createThreadRequests(state: ThreadState): ThreadRequests {
  const { polls, dueTimes, sources, waiting, logs, logDirectory, mostSources, tell, rest } = state;
  const sinks = new Map<string, LogSink>();
  const host: SinkHost = { dueTimes, logs, logDirectory, tell, pumpAgain: state.turn };

  const attach = (attachment: Attachment): Answer => {
    const { key, path, owner, limits, strict } = attachment;
    const known = sources.get(key);
    if (known === undefined && sources.size >= mostSources) return { errno: "EMFILE", at: "fifo" };
    let sink = sinks.get(path);
    if (sink === undefined) {
      sink = new LogSink(host, { path, owner, limits });
      const errno = sink.open();
      if (errno !== null && strict && !passing.has(errno)) return { errno, at: "log" };
      sinks.set(path, sink);
      if (errno !== null) sink.fail(errno);
    } else sink.limit(limits);
    if (known !== undefined) {
      known.untilEnd = attachment.untilEnd;
      if (known.sink === sink) return { writers: true };
      leave(known);
      known.sink = sink;
      sink.join(known);
      return { writers: true };
    }
    const fd = openSource(attachment);
    if (typeof fd === "string") {
      letGo(sink);
      return { errno: fd, at: "fifo" };
    }
    const source: PumpSource = {
      key,
      fd,
      sink,
      grown: false,
      copies: false,
      isLineCut: false,
      untilEnd: attachment.untilEnd,
      dropped: noLoss,
    };
    sources.set(key, source);
    sink.join(source);
    // Edges are told from now on only, but adding one that is readable is an edge as well.
    if (!polls.add(fd, key)) {
      const errno = lastError();
      leave(source);
      sources.delete(key);
      closeSync(fd);
      return { errno, at: "fifo" };
    }
    return { writers: true };
  };

  const leave = (source: PumpSource): void => {
    pump(source, lastTurnBytes);
    const { sink } = source;
    sink.tellDropped();
    sink.part(source);
    letGo(sink);
  };

  const letGo = (sink: LogSink): void => {
    if (sink.sources.length > 0) return;
    sink.close();
    dueTimes.forget(sink);
    sinks.delete(sink.path);
  };

  const drain = (key: number): Answer => {
    const source = sources.get(key);
    if (source === undefined) return { errno: "EBADF", at: "fifo" };
    const outcome = pump(source, lastTurnBytes);
    if (outcome === "more") waiting.add(source);
    return { writers: outcome !== "ended" };
  };

  const detach = (key: number): Answer => {
    const source = sources.get(key);
    if (source === undefined) return { errno: "EBADF", at: "fifo" };
    const answer = drain(key);
    if (source.sink.failure !== null) dropBytes(source, pendingBytes(source.fd));
    leave(source);
    sources.delete(key);
    waiting.delete(source);
    polls.remove(source.fd);
    closeSync(source.fd);
    return answer;
  };

  return {
    do: (message) => {
      const answer = (answers: readonly Answer[], request: number): void =>
        tell({ kind: "answer", request, answers });
      switch (message.kind) {
        case "attach":
          rest.after(message.attachments.length);
          return answer(message.attachments.map(attach), message.request);
        case "detach":
          rest.after(message.keys.length);
          return answer(message.keys.map(detach), message.request);
        case "drain":
          return answer(message.keys.map(drain), message.request);
        case "limit":
          return sinks.get(message.path)?.limit(message.limits);
        case "reopen":
          for (const sink of sinks.values()) sink.reopen();
          return answer([], message.request);
        case "install":
          return sinks.get(message.path)?.install();
      }
    },
    end: () => {
      for (const sink of sinks.values()) sink.close();
      for (const { fd } of sources.values()) closeSync(fd);
    },
  };
}
