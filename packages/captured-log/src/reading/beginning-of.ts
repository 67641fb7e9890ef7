import { findSlot } from "./find-part.ts";
import type { Segment } from "./find-start.ts";
import type { LogPosition } from "./log-position.ts";
import { openTimes } from "./time-cursor.ts";

/** The beginning of a file of a log. */
export async function beginningOf(
  path: string,
  { part, times }: Pick<Segment, "part" | "times">,
): Promise<LogPosition> {
  const ino = (await part.identity())?.ino ?? 0n;
  const beganUs = (await times?.beganUs()) ?? 0;
  // The number of a file is given again, also within one log, once the file was compressed or removed.
  const notBeforeUs = beganUs === 0 ? await endOfPredecessor(path, part) : 0;
  return { ino, beganUs, notBeforeUs, offset: 0, toldUs: 0 };
}

/** When the last bytes before a file came; 0: unknown. */
async function endOfPredecessor(path: string, part: Segment["part"]): Promise<number> {
  const slot = await findSlot(path, part);
  if (slot === null) return 0;
  const times = await openTimes(path, slot + 1);
  try {
    const lastUs = (await times?.lastUs()) ?? 0;
    return (await findSlot(path, part, slot)) === slot ? lastUs : 0;
  } finally {
    await times?.close();
  }
}
