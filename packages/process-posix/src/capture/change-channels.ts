// What is made, changed and removed when processes are captured, many at once: one question to the thread for all new FIFOs,
// one holder for all of them.
import { lstatSync } from "node:fs";
import type { RotationLimits } from "@dpm/captured-log";
import { errnoOf, type LogOwner } from "@dpm/launch";
import type { Output } from "@dpm/process-core";
import { areSame } from "./are-same.ts";
import type { Channel, Channels } from "./channels.ts";
import { basename } from "node:path";
import { fifoPath, type FifoStream, hasFifo, removeFifo } from "./fifo.ts";
import type { Holders } from "./holders.ts";
import { isSamePlace, type LogPlace, type LogPlaces } from "./log-places.ts";
import { noLoss } from "./loss.ts";
import type { Attachment } from "./messages.ts";
import type { PumpThread } from "./pump-thread.ts";
import { fifoStreams, nowhere, planResumed, planStreams } from "./stream-plan.ts";

/** One process whose capture changes. */
export type CaptureChange =
  /** Its FIFOs are to be there, and no others. */
  | {
      readonly kind: "make";
      readonly id: string;
      readonly output: Output;
      readonly owner: LogOwner;
      readonly failed: (errno: string, path: string) => void;
    }
  /** Those that an earlier daemon made are to be read. */
  | {
      readonly kind: "resume";
      readonly id: string;
      readonly output: Output | null;
      readonly failed: (errno: string, path: string) => void;
    }
  | { readonly kind: "release"; readonly id: string }
  /** Nobody writes any more to what an earlier daemon has left of a process that is not configured. */
  | { readonly kind: "unwritten"; readonly channel: Channel };

/** What is changed, and what is remembered of it. */
export interface CaptureState {
  readonly directory: string;
  readonly channels: Channels;
  readonly holders: Holders;
  readonly places: LogPlaces;
  readonly thread: PumpThread;
}

// How long the main thread works before it answers clients again.
const sliceMs = 8;

interface Wanted {
  readonly channel: Channel;
  readonly isNew: boolean;
  /** Whether its log is not what was noted last. */
  readonly isMoved: boolean;
  readonly strict: boolean;
  readonly failed: (errno: string, path: string) => void;
}

/** Does all of it. What fails is told to whoever wanted it; the rest is done. */
export async function changeChannels(
  state: CaptureState,
  changes: readonly CaptureChange[],
): Promise<void> {
  const { channels, holders } = state;
  const gone = new Set<Channel>();
  let recalled: ReadonlyMap<string, LogPlace> | null = null;
  const recall = (fifo: string): LogPlace | null =>
    (recalled ??= state.places.read()).get(basename(fifo)) ?? null;
  const attached: Promise<void>[] = [];
  let wanted: Wanted[] = [];
  let sliceEnd = performance.now() + sliceMs;
  for (const change of changes) {
    if (change.kind === "unwritten") {
      const { channel } = change;
      if (channel.isLeft && channels.byKey(channel.key) === channel) gone.add(channel);
      continue;
    }
    for (const stream of fifoStreams) {
      const present = channels.get(change.id, stream);
      const path = change.kind === "make" ? planStreams(change.output)[stream] : null;
      if (change.kind === "resume") wanted.push(...wantResumed(state, { change, stream, recall }));
      else if (change.kind === "make" && path !== null) {
        if (present !== undefined) gone.delete(present);
        wanted.push(...wantMade(state, { change, stream, path }));
      } else if (present !== undefined) gone.add(present);
    }
    if (performance.now() < sliceEnd) continue;
    // The thread opens the logs of these while the next are made, and clients are answered in between.
    attached.push(attach(state, wanted));
    wanted = [];
    await new Promise(setImmediate);
    sliceEnd = performance.now() + sliceMs;
  }
  attached.push(attach(state, wanted));
  await Promise.all(attached);
  await removeChannels(state, [...gone]);
  holders.hold([...channels.all()].map(({ fifo }) => fifo));
}

/** What the thread is to do for a FIFO: with `strict` it is made, and a log that can't be opened is refused. */
export function attachmentOf(channel: Channel, strict: boolean): Attachment {
  const { key, fifo, path, owner, limits, isLeft } = channel;
  return { key, fifo, make: strict, path, owner, limits, strict, untilEnd: isLeft };
}

async function attach(state: CaptureState, wanted: readonly Wanted[]): Promise<void> {
  if (wanted.length === 0) return;
  state.places.note(wanted.flatMap(({ channel, isMoved }) => (isMoved ? [channel] : [])));
  const attachments = wanted.map(({ channel, strict }) => attachmentOf(channel, strict));
  const answers = await state.thread.ask({ kind: "attach", attachments });
  wanted.forEach((each, index) => {
    const answer = answers[index];
    if (answer === undefined || !("errno" in answer)) return;
    if (each.isNew) discard(state, each);
    each.failed(answer.errno, answer.at === "log" ? each.channel.path : each.channel.fifo);
  });
}

/** Moves what is left in FIFOs to their logs and removes them. */
export async function removeChannels(state: CaptureState, gone: readonly Channel[]): Promise<void> {
  if (gone.length === 0) return;
  for (const channel of gone) state.channels.delete(channel);
  await state.thread.ask({ kind: "detach", keys: gone.map(({ key }) => key) });
  // Not before all is moved: a daemon that comes after this one finds what is left by its name.
  for (const { fifo } of gone) removeFifo(fifo);
  state.holders.release(gone.map(({ fifo }) => fifo));
}

function wantMade(
  { channels, directory }: CaptureState,
  {
    change,
    stream,
    path,
  }: {
    readonly change: Extract<CaptureChange, { readonly kind: "make" }>;
    readonly stream: FifoStream;
    readonly path: string;
  },
): readonly Wanted[] {
  const { id, output, owner, failed } = change;
  const present = channels.get(id, stream);
  if (present !== undefined) {
    const place = { path, limits: limitsOf(output) };
    const isMoved = !isSamePlace(present, place);
    Object.assign(present, { ...place, owner, isLeft: false });
    return [{ channel: present, isNew: false, isMoved, strict: true, failed }];
  }
  const fifo = fifoPath(directory, id, stream);
  const place = { path, limits: limitsOf(output), isLeft: false };
  const channel = add(channels, { id, stream, owner, fifo, ...place });
  return [{ channel, isNew: true, isMoved: true, strict: true, failed }];
}

function wantResumed(
  { channels, directory }: CaptureState,
  {
    change: { id, output, failed },
    stream,
    recall,
  }: {
    readonly change: Extract<CaptureChange, { readonly kind: "resume" }>;
    readonly stream: FifoStream;
    readonly recall: (fifo: string) => LogPlace | null;
  },
): readonly Wanted[] {
  const fifo = fifoPath(directory, id, stream);
  if (channels.get(id, stream) !== undefined || !hasFifo(fifo)) return [];
  const before = recall(fifo);
  const path = planResumed(output, stream);
  const place =
    output === null || path === null
      ? (before ?? { path: nowhere, limits: noLimits })
      : { path, limits: limitsOf(output) };
  const isMoved = before === null || !isSamePlace(before, place);
  try {
    const left = { isLeft: output === null, owner: ownerOf(fifo) };
    const channel = add(channels, { id, stream, fifo, ...place, ...left });
    return [{ channel, isNew: true, isMoved, strict: false, failed }];
  } catch (error) {
    failed(errnoOf(error), fifo);
    return [];
  }
}

const noLimits = { maxBytes: null, maxAgeMs: null, backups: 0, totalBytes: null, compress: false };

// Nearly all have the same, of which one is enough, here and in the thread.
let latest: RotationLimits = noLimits;

/** The part of an output that can change while the program runs. */
export function limitsOf(output: Output): RotationLimits {
  const { maxBytes, maxAgeMs, backups, totalBytes, compress } = output;
  const limits = { maxBytes, maxAgeMs, backups, totalBytes, compress };
  return (latest = areSame(limits, latest) ? latest : limits);
}

// The FIFO was made for the user whose the log is as well.
function ownerOf(fifo: string): LogOwner {
  const { uid, gid } = lstatSync(fifo);
  return uid === process.getuid?.() ? null : { uid, gid };
}

let nextKey = 0;

function add(channels: Channels, made: Omit<Channel, "key" | "dropped">): Channel {
  const { id, stream, fifo, owner, path, limits, isLeft } = made;
  // Written out, since there are thousands: what is spread takes half as much again.
  const channel = {
    key: nextKey++,
    fifo,
    id,
    stream,
    owner,
    path,
    limits,
    isLeft,
    dropped: noLoss,
  };
  channels.add(channel);
  return channel;
}

// One that an earlier daemon made may still be written to.
function discard({ channels, holders }: CaptureState, { channel, strict }: Wanted): void {
  channels.delete(channel);
  if (strict) removeFifo(channel.fifo);
  if (strict) holders.release([channel.fifo]);
}
