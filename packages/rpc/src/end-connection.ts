import type { FrameConnection } from "@dpm/socket";

import type { Deadline, Deadlines } from "./deadlines.ts";

const flushMs = 2_000;

/** Ends a connection once what was sent to it is out; one that takes too long over that is cut off. The answer is the deadline for that. */
export function endConnection(connection: FrameConnection, deadlines: Deadlines): Deadline {
  connection.close();
  return deadlines.add(flushMs, () => connection.destroy());
}
