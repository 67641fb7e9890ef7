import { once } from "node:events";
import { createConnection } from "node:net";

/** Connects and hangs up; the process is well when it accepts. */
export async function askTcp(
  host: string,
  port: number,
  signal: AbortSignal,
): Promise<string | null> {
  const socket = createConnection({ host, port });
  try {
    await once(socket, "connect", { signal });
    return null;
  } finally {
    socket.destroy();
  }
}
