// What is made, changed and removed when processes are captured, many at once: one question to the thread for all new FIFOs,
// one holder for all of them.
import type { CaptureChange, CaptureState } from "./capture-change.ts";
import type { Channel } from "./channels.ts";
import { fifoName, isLostFifo, removeFifo } from "./fifo.ts";
import type { LogPlace } from "./log-places.ts";
import type { Attachment } from "./messages.ts";
import { fifoStreams, planStreams } from "./stream-plan.ts";
import { wantMade, type Wanted, wantResumed } from "./want-channels.ts";

// How long the main thread works before it answers clients again.
const sliceMs = 8;

/** Does all of it. What fails is told to whoever wanted it; the rest is done. */
export async function changeChannels(
  state: CaptureState,
  changes: readonly CaptureChange[],
): Promise<void> {
  const { channels, holders } = state;
  const gone = new Set<Channel>();
  let recalled: ReadonlyMap<string, LogPlace> | null = null;
  const recall = (fifo: string): LogPlace | null =>
    (recalled ??= state.places.read()).get(fifoName(fifo)) ?? null;
  let reached: ReadonlyMap<string, string> | null = null;
  const reachLost = (fifo: string): string | null =>
    (reached ??= holders.reach(holders.lost())).get(fifo) ?? null;
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
      if (change.kind === "resume")
        wanted.push(...wantResumed(state, { change, stream, recall, reachLost }));
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

/** What the thread is to do for a FIFO: with `strict` it is made, and a log that can't be opened is refused. `reach`: how it is opened. */
export function attachmentOf(channel: Channel, strict: boolean, reach: string): Attachment {
  const { key, path, owner, limits, isLeft } = channel;
  // What has lost its name is there already, or can't be made again.
  const make = strict && !isLostFifo(channel.fifo);
  return { key, fifo: reach, make, path, owner, limits, strict, untilEnd: isLeft };
}

async function attach(state: CaptureState, wanted: readonly Wanted[]): Promise<void> {
  if (wanted.length === 0) return;
  state.places.note(wanted.flatMap(({ channel, isMoved }) => (isMoved ? [channel] : [])));
  const attachments = wanted.map(({ channel, strict, reach }) =>
    attachmentOf(channel, strict, reach),
  );
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

// One that an earlier daemon made may still be written to.
function discard({ channels, holders }: CaptureState, { channel, strict }: Wanted): void {
  channels.delete(channel);
  if (strict) removeFifo(channel.fifo);
  if (strict) holders.release([channel.fifo]);
}
