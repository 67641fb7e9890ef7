// What is wanted of each FIFO of a process whose capture changes.
import { statSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { RotationLimits } from "@dpm/captured-log";
import { errnoOf, type LogOwner } from "@dpm/launch";
import type { Output } from "@dpm/process-core";
import type { CaptureChange, CaptureState } from "./capture-change.ts";
import type { Channel, Channels } from "./channels.ts";
import { fifoPath, type FifoStream, hasFifo, lostFifo } from "./fifo.ts";
import { isSamePlace, type LogPlace } from "./log-places.ts";
import { noLoss } from "./loss.ts";
import { outputFifos } from "./reach-fifos.ts";
import { nowhere, planResumed } from "./stream-plan.ts";

/** A FIFO that the thread is asked to read. */
export interface Wanted {
  readonly channel: Channel;
  /** By which path it is opened. */
  readonly reach: string;
  readonly isNew: boolean;
  /** Whether its log is not what was noted last. */
  readonly isMoved: boolean;
  readonly strict: boolean;
  readonly failed: (errno: string, path: string) => void;
}

/** What is to be done so that a FIFO is there and goes to this log. */
export function wantMade(
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
    return [{ channel: present, reach: present.fifo, isNew: false, isMoved, strict: true, failed }];
  }
  const fifo = fifoPath(directory, id, stream);
  const place = { path, limits: limitsOf(output), isLeft: false };
  const channel = add(channels, { id, stream, owner, fifo, ...place });
  return [{ channel, reach: fifo, isNew: true, isMoved: true, strict: true, failed }];
}

/** What is to be done so that a FIFO is read that an earlier daemon made; nothing, where there is none. */
export function wantResumed(
  { channels, directory }: CaptureState,
  {
    change: { id, pid, output, failed },
    stream,
    recall,
    reachLost,
  }: {
    readonly change: Extract<CaptureChange, { readonly kind: "resume" }>;
    readonly stream: FifoStream;
    readonly recall: (fifo: string) => LogPlace | null;
    /** How a FIFO that has lost its name can be opened; null: nobody holds it. */
    readonly reachLost: (fifo: string) => string | null;
  },
): readonly Wanted[] {
  const name = fifoPath(directory, id, stream);
  if (channels.get(id, stream) !== undefined) return [];
  const isNamed = hasFifo(name);
  const fifo = isNamed ? name : lostFifo(name);
  const written = (): ReadonlyMap<string, string> | null =>
    pid === null ? new Map() : outputFifos(pid, directory);
  const reach = isNamed ? name : (reachLost(fifo) ?? written()?.get(fifo) ?? null);
  if (reach === null) {
    // Both streams are as hidden; one is enough to tell.
    if (stream === "out" && written() === null) failed("EACCES", fifo);
    return [];
  }
  const before = recall(fifo);
  const path = planResumed(output, stream);
  const place =
    output === null || path === null
      ? (before ?? { path: nowhere, limits: noLimits })
      : { path, limits: limitsOf(output) };
  const isMoved = before === null || !isSamePlace(before, place);
  try {
    const left = { isLeft: output === null, owner: ownerOf(reach) };
    const channel = add(channels, { id, stream, fifo, ...place, ...left });
    return [{ channel, reach, isNew: true, isMoved, strict: false, failed }];
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
  return (latest = isDeepStrictEqual(limits, latest) ? latest : limits);
}

// The FIFO was made for the user whose the log is as well.
function ownerOf(reach: string): LogOwner {
  const { uid, gid } = statSync(reach);
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
