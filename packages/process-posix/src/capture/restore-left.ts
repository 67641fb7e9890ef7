import type { Output } from "@dpm/process-core";
import type { CaptureState } from "./capture-change.ts";
import { lostFifo } from "./fifo.ts";
import { leftFifos } from "./left-fifos.ts";
import type { ResumeOutput } from "./resume-output.ts";
import { fifoStreams } from "./stream-plan.ts";

/** What a restoration works with. */
export interface Restoring {
  readonly state: CaptureState;
  readonly resume: ResumeOutput;
  readonly release: (id: string) => Promise<void>;
}

/** Reads on in all FIFOs that earlier daemons have left, and removes those that nobody writes to any more. */
export async function restoreLeft(
  { state, resume, release }: Restoring,
  outputs: ReadonlyMap<string, Output>,
): Promise<void> {
  const { channels, directory, holders, places, thread } = state;
  const ids = leftFifos(directory, holders.lost());
  if (ids.length === 0) return places.remove();
  await Promise.all(ids.map((id) => resume(id, outputs.get(id) ?? null, null)));
  const found = ids.map((id) => ({
    id,
    keys: fifoStreams.flatMap((stream) => channels.get(id, stream)?.key ?? []),
  }));
  const answers = await thread.ask({ kind: "drain", keys: found.flatMap(({ keys }) => keys) });
  let first = 0;
  const ended = found.filter(({ keys }) => {
    const each = answers.slice(first, (first += keys.length));
    return each.length > 0 && each.every((answer) => "writers" in answer && !answer.writers);
  });
  await Promise.all(ended.map(({ id }) => release(id)));
  // Of two that have had one name, what is launched last writes to the one that has it.
  const used = new Set([...channels.all()].map(({ fifo }) => fifo));
  const named = new Set([...channels.all()].map(({ fifo }) => lostFifo(fifo)));
  holders.release(holders.lost().filter((fifo) => named.has(fifo) && !used.has(fifo)));
}
