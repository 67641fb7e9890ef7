import { existsSync, rmdirSync } from "node:fs";
import type { DpmError } from "@dpm/errors";
import { dpmError } from "@dpm/errors";
import {
  launchFailure,
  LaunchError,
  type LogDirectory,
  type LogOwner,
  type OutputDescriptors,
} from "@dpm/launch";
import type { Output } from "@dpm/process-core";
import { createBatchQueue } from "./batch-queue.ts";
import { hasFifos, openCaptureDirectory } from "./capture-directory.ts";
import type { CaptureChange, CaptureState } from "./capture-change.ts";
import { attachmentOf, changeChannels, removeChannels } from "./change-channels.ts";
import { type CapturedProcess, isCaptured } from "./captured-process.ts";
import { type Channel, createChannels } from "./channels.ts";
import { createCompressQueue } from "./compress-queue.ts";
import { createHolders } from "./holders.ts";
import { keepDirectory } from "./keep-directory.ts";
import { startLastingThread } from "./lasting-thread.ts";
import { createLogPlaces } from "./log-places.ts";
import { addLoss, type Loss, noLoss } from "./loss.ts";
import { createLogTroubles } from "./log-troubles.ts";
import { type Answer, type FromThread, watchName } from "./messages.ts";
import type { PumpThread } from "./pump-thread.ts";
import { openEnds } from "./open-ends.ts";
import { reserveDescriptors } from "./reserve-descriptors.ts";
import { restoreLeft } from "./restore-left.ts";
import { createResumeOutput, type ResumeOutput } from "./resume-output.ts";
import { fifoStreams, planResumed } from "./stream-plan.ts";
import { limitsOf } from "./want-channels.ts";

/** What log capture is made with. */
export interface LogCaptureOptions {
  /** Where its FIFOs are, absolute; nobody else may have anything in it. Made if it isn't there, and closed to other users. */
  readonly directory: string;
  /** The daemon's own directory for logs, which is made again when somebody removes it; there is none unless told. */
  readonly logDirectory?: LogDirectory;
  /** The program of the pump's thread; the one beside this module unless told. */
  readonly threadFile?: URL;
  /** Hears of what is wrong, and with null when it is over. */
  readonly trouble: (name: string, error: DpmError | null) => void;
  /** Starts `sleep infinity` with exactly these FIFOs opened to read, without waiting for a writer; answers its pid, throws when it can't be started. */
  readonly spawnHolder: (fifos: readonly string[]) => number;
}

/**
 * Captures what processes write, in such a way that they go on and nothing is lost when the daemon dies. Each writes to a FIFO
 * of its own, whose bytes a thread moves into the log; a holder keeps the FIFOs alive while there is no daemon.
 */
export interface LogCapture {
  /** Makes the FIFOs of many processes at once; one whose log is refused is told by `open`. */
  prepare(processes: readonly CapturedProcess[]): Promise<void>;
  /** What a program is to be given as its output. Throws a LaunchError of the stage "log". */
  open(id: string, output: Output, owner: LogOwner): Promise<OutputDescriptors>;
  /**
   * Reads on what a process writes that an earlier daemon started; without an output it is no longer configured, and what it writes goes
   * where it went. By its pid its FIFOs are found also when their names are gone.
   */
  readonly resume: ResumeOutput;
  /**
   * Goes on with all that earlier daemons have left: it gets into the logs of these outputs, by id, or where it went before for who
   * is not among them. FIFOs that nobody writes to any more are removed then.
   */
  restore(outputs: ReadonlyMap<string, Output>): Promise<void>;
  /** Applies new limits, and new places of the logs, to a process that runs. */
  setOutput(id: string, output: Output): void;
  /** Moves what the process has written so far to its logs. */
  drain(id: string): Promise<void>;
  /** Moves what is left of a process that is gone to its logs, and removes its FIFOs. */
  release(id: string): void;
  /** To be told of each child that was reaped; those that are no holders are ignored. */
  holderEnded(pid: number): void;
  /** Calls back once when the process of this pidfd ends. The descriptor stays the caller's. */
  watchEnd(pidfd: number, ended: () => void): void;
  /** Opens all logs anew, for SIGUSR2. */
  reopen(): Promise<void>;
  /** What could not be written to the logs of a process since this daemon captures it; null: nothing. */
  dropped(id: string): Loss | null;
  /** Lets go. What somebody still writes to stays for the next daemon, with its holder; the rest is removed. */
  close(): Promise<void>;
}

// Clients, and those that a program is given while it starts. What is read and written is in the table of the thread.
const usualDescriptors = 1024;
const retryMs = 1000;
const threadTrouble = "log capture";

/** Starts log capture. Throws errors of the file system when its folder can't be made, or isn't this user's. */
export function createLogCapture({
  directory,
  logDirectory,
  threadFile = new URL("./capture-thread.ts", import.meta.url),
  trouble,
  spawnHolder,
}: LogCaptureOptions): LogCapture {
  openCaptureDirectory(directory);
  void reserveDescriptors(usualDescriptors);
  const channels = createChannels();
  const troubles = createLogTroubles(trouble);
  const watched = new Map<number, () => void>();
  let isClosed = false;

  const compressing = createCompressQueue((path) => thread.tell({ kind: "install", path }));
  const told = (message: Exclude<FromThread, { readonly kind: "answer" }>): void => {
    switch (message.kind) {
      case "ended": {
        const fd = watchName(message.name);
        thread.unwatch(fd);
        const ended = watched.get(fd);
        watched.delete(fd);
        return ended?.();
      }
      case "unwritten": {
        const channel = channels.byKey(message.key);
        if (channel?.isLeft === true && !isClosed)
          void changes.add({ kind: "unwritten", channel }).catch(() => {});
        return;
      }
      case "failing":
        return troubles.failing(message.path, message.errno);
      case "healed":
        return troubles.healed(message.path);
      case "dropped": {
        const channel = channels.byKey(message.key);
        if (channel === undefined) return;
        const { bytes, lines, path } = message;
        channel.dropped = addLoss(channel.dropped, { bytes, lines });
        return troubles.dropped(path, { bytes, lines });
      }
      case "rotated":
        for (const { path, limits } of channels.all())
          if (path === message.path && limits.compress) return compressing.add(path);
    }
  };
  // A descriptor that is missing now may be there later, and nobody else would read that FIFO.
  const attachAgain = async (to: PumpThread, all: readonly Channel[]): Promise<void> => {
    const reach = holders.reach(all.map(({ fifo }) => fifo));
    const attachments = all.map((channel) =>
      attachmentOf(channel, false, reach.get(channel.fifo) ?? channel.fifo),
    );
    const answers = await to.ask({ kind: "attach", attachments });
    all.forEach(({ id }, index) => {
      if (isGone(answers[index])) troubles.lost(id, "ENOENT");
    });
    const failed = all.filter((_, index) => isPassing(answers[index]));
    if (failed.length === 0 || isClosed) return;
    const again = (): void => {
      const left = failed.filter((channel) => channels.byKey(channel.key) === channel);
      if (!isClosed) void attachAgain(thread, left).catch(() => {});
    };
    setTimeout(again, retryMs).unref();
  };
  const watchFd = (by: PumpThread, fd: number): void => {
    if (!by.watch(fd)) setTimeout(() => watched.has(fd) && watchFd(thread, fd), retryMs).unref();
  };
  const restarted = async (again: PumpThread, error: Error): Promise<void> => {
    trouble(threadTrouble, dpmError("ERR_DPM_PROCESS_LOG_CAPTURE", { reason: error.message }));
    for (const fd of watched.keys()) watchFd(again, fd);
    await attachAgain(again, [...channels.all()]);
  };
  const thread = startLastingThread({
    file: threadFile,
    logDirectory: logDirectory ?? null,
    told,
    restarted,
    restored: () => trouble(threadTrouble, null),
  });
  const watchEnd = (pidfd: number, ended: () => void): void => {
    watched.set(pidfd, ended);
    watchFd(thread, pidfd);
  };
  const holders = createHolders({ directory, spawnHolder, trouble, watchEnd });
  holders.adopt();
  const places = createLogPlaces(directory, () => [...channels.all()]);
  const state: CaptureState = { directory, channels, holders, places, thread };
  const changes = createBatchQueue<CaptureChange>((batch) => changeChannels(state, batch));

  // Its FIFOs can't have their names back: that is told of their holders, to the next daemon.
  const remember = (): void => {
    holders.note();
    places.noteAll();
  };
  const endKeeping = keepDirectory(directory, remember);

  const channelsOf = (id: string): readonly Channel[] =>
    fifoStreams.flatMap((stream) => channels.get(id, stream) ?? []);
  const make = async (captured: CapturedProcess): Promise<void> => {
    if (changes.isIdle() && isCaptured(channels, captured)) return;
    const failures: LaunchError[] = [];
    const failed = (errno: string, path: string): void =>
      void failures.push(new LaunchError(launchFailure("log", errno, path)));
    await changes.add({ kind: "make", ...captured, failed });
    if (failures[0] !== undefined) throw failures[0];
  };
  const resume = createResumeOutput({ directory, changes, troubles, isClosed: () => isClosed });
  const openAnew = async (captured: CapturedProcess): Promise<OutputDescriptors> => {
    // Someone has cleared the folder away.
    openCaptureDirectory(directory);
    await changes.add({ kind: "release", id: captured.id });
    await make(captured);
    return openEnds(channels, captured.id, captured.output);
  };
  return {
    prepare: async (processes) => {
      // A refusal is told by `open`, to whoever starts that one.
      await Promise.allSettled(processes.map(make));
    },
    open: async (id, output, owner) => {
      const captured = { id, output, owner };
      await make(captured);
      try {
        return openEnds(channels, id, output);
      } catch (error) {
        if (!(error instanceof LaunchError) || error.failure.errno !== "ENOENT") throw error;
        return await openAnew(captured);
      } finally {
        // Whatever it wrote to before is not what it writes to now.
        troubles.found(id);
      }
    },
    resume,
    restore: (outputs) => {
      const release = (id: string): Promise<void> => changes.add({ kind: "release", id });
      return restoreLeft({ state, resume, release }, outputs);
    },
    setOutput: (id, output) => {
      const changed = channelsOf(id);
      for (const channel of changed) {
        const path = planResumed(output, channel.stream) ?? channel.path;
        Object.assign(channel, { path, limits: limitsOf(output), isLeft: false });
      }
      places.note(changed);
      const attachments = changed.map((channel) => attachmentOf(channel, false, channel.fifo));
      if (attachments.length > 0) void thread.ask({ kind: "attach", attachments });
    },
    drain: async (id) => {
      const keys = channelsOf(id).map(({ key }) => key);
      if (keys.length > 0) await thread.ask({ kind: "drain", keys });
    },
    release: (id) => {
      troubles.found(id);
      void changes.add({ kind: "release", id }).catch(() => {});
    },
    holderEnded: (pid) => holders.ended(pid),
    watchEnd,
    reopen: async () => void (await thread.ask({ kind: "reopen" })),
    dropped: (id) => {
      const sum = channelsOf(id).reduce((all, { dropped }) => addLoss(all, dropped), noLoss);
      return sum.bytes === 0 ? null : sum;
    },
    close: async () => {
      isClosed = true;
      endKeeping();
      await changes.idle();
      const all = [...channels.all()];
      const answers = await thread.ask({ kind: "drain", keys: all.map(({ key }) => key) });
      const isLeft = (_: Channel, index: number): boolean => {
        const answer = answers[index];
        return answer !== undefined && "writers" in answer && !answer.writers;
      };
      await removeChannels(state, all.filter(isLeft));
      await compressing.close();
      await thread.end();
      const isEmpty = !hasFifos(directory) && [...channels.all()].length === 0;
      if (!isEmpty) remember();
      holders.close(isEmpty);
      if (!isEmpty) return;
      places.remove();
      if (existsSync(directory)) rmdirSync(directory);
    },
  };
}

function isGone(answer: Answer | undefined): boolean {
  return (
    answer !== undefined && "errno" in answer && answer.errno === "ENOENT" && answer.at === "fifo"
  );
}

function isPassing(answer: Answer | undefined): boolean {
  return answer !== undefined && "errno" in answer && answer.errno !== "ENOENT";
}
