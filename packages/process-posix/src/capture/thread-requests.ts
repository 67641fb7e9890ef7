import { dropBytes } from "./drop-bytes.ts";
import type { DueTimes } from "./due-times.ts";
import { LogSink, type SinkHost } from "./log-sink.ts";
import type { Answer, Attachment, FromThread, ToThread } from "./messages.ts";
import type { PollSet } from "./poll-set.ts";
import { lastError, pendingBytes } from "./pump-calls.ts";
import { pump, type PumpSource } from "./pump-source.ts";

/** What the thread works on. */
export interface ThreadState {
  readonly polls: PollSet;
  readonly dueTimes: DueTimes;
  readonly sources: Map<number, PumpSource>;
  /** FIFOs that had more than one turn's bytes. */
  readonly waiting: Set<PumpSource>;
  readonly watched: Set<number>;
  readonly tell: (message: FromThread) => void;
  readonly turn: (source: PumpSource) => void;
}

/** Does what the main thread asks for. */
export interface ThreadRequests {
  do(message: ToThread): void;
  /** Closes the logs. What is in the FIFOs stays there. */
  end(): void;
}

// A log that can't be written for one of these reasons may be in a minute, and no service is held up by it.
const passing = new Set(["ENOSPC", "EDQUOT", "EIO", "EROFS", "EMFILE", "ENFILE", "ENOMEM"]);
// What a FIFO holds at most, some times over: whoever writes on while it is let go of writes to nobody.
const lastTurnBytes = 16 * 1024 * 1024;

/** Makes it on the state of the thread. */
export function createThreadRequests(state: ThreadState): ThreadRequests {
  const { polls, dueTimes, sources, waiting, watched, tell } = state;
  const sinks = new Map<string, LogSink>();
  const host: SinkHost = { dueTimes, tell, pumpAgain: state.turn };

  const attach = ({ fd, path, owner, limits, strict }: Attachment): Answer => {
    let sink = sinks.get(path);
    if (sink === undefined) {
      sink = new LogSink(host, { path, owner, limits });
      const errno = sink.open();
      if (errno !== null && strict && !passing.has(errno)) return { errno };
      sinks.set(path, sink);
      if (errno !== null) sink.fail(errno);
    } else sink.limit(limits);
    const known = sources.get(fd);
    if (known !== undefined) {
      if (known.sink === sink) return { writers: true };
      leave(known);
      known.sink = sink;
      sink.sources.add(known);
      return { writers: true };
    }
    const dropped = { bytes: 0, lines: 0 };
    const source: PumpSource = {
      fd,
      sink,
      grown: false,
      copies: false,
      isLineCut: false,
      dropped,
    };
    sources.set(fd, source);
    sink.sources.add(source);
    // Edges are told from now on only, but adding one that is readable is an edge as well.
    if (!polls.add(fd)) {
      const errno = lastError();
      leave(source);
      sources.delete(fd);
      return { errno };
    }
    return { writers: true };
  };

  const leave = (source: PumpSource): void => {
    pump(source, lastTurnBytes);
    const { sink } = source;
    sink.tellDropped();
    sink.sources.delete(source);
    if (sink.sources.size > 0) return;
    sink.close();
    dueTimes.forget(sink);
    sinks.delete(sink.path);
  };

  const drain = (fd: number): Answer => {
    const source = sources.get(fd);
    if (source === undefined) return { errno: "EBADF" };
    const outcome = pump(source, lastTurnBytes);
    if (outcome === "more") waiting.add(source);
    return { writers: outcome !== "ended" };
  };

  const detach = (fd: number): Answer => {
    const source = sources.get(fd);
    if (source === undefined) return { errno: "EBADF" };
    const answer = drain(fd);
    if (source.sink.failure !== null) dropBytes(source, pendingBytes(fd));
    leave(source);
    sources.delete(fd);
    waiting.delete(source);
    polls.remove(fd);
    return answer;
  };

  return {
    do: (message) => {
      const answer = (answers: readonly Answer[], request: number): void =>
        tell({ kind: "answer", request, answers });
      switch (message.kind) {
        case "attach":
          return answer(message.attachments.map(attach), message.request);
        case "detach":
          return answer(message.fds.map(detach), message.request);
        case "drain":
          return answer(message.fds.map(drain), message.request);
        case "limit":
          return sinks.get(message.path)?.limit(message.limits);
        case "watch":
          watched.add(message.fd);
          if (!polls.add(message.fd)) tell({ kind: "ended", fd: message.fd });
          return;
        case "unwatch":
          if (watched.delete(message.fd)) polls.remove(message.fd);
          return;
        case "reopen":
          for (const sink of sinks.values()) sink.reopen();
          return answer([], message.request);
        case "install":
          return sinks.get(message.path)?.install();
      }
    },
    end: () => {
      for (const sink of sinks.values()) sink.close();
    },
  };
}
