import type { Output } from "@dpm/process-core";
import type { CaptureState } from "./change-channels.ts";
import { leftFifos } from "./left-fifos.ts";
import { fifoStreams } from "./stream-plan.ts";

/** What a restoration works with. */
export interface Restoring {
  readonly state: CaptureState;
  readonly resume: (id: string, output: Output | null) => Promise<void>;
  readonly release: (id: string) => Promise<void>;
}

/** Reads on in all FIFOs that earlier daemons have left, and removes those that nobody writes to any more. */
export async function restoreLeft(
  { state, resume, release }: Restoring,
  outputs: ReadonlyMap<string, Output>,
): Promise<void> {
  const { channels, directory, places, thread } = state;
  const ids = leftFifos(directory);
  if (ids.length === 0) return places.remove();
  await Promise.all(ids.map((id) => resume(id, outputs.get(id) ?? null)));
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
}
