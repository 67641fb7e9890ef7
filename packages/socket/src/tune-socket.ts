import type { Socket } from "node:net";

/** After how much silence TCP looks whether the peer is there; ten probes a second apart follow, so it is sure some 10 s later. */
export const keepAliveAfterMs = 15_000;

/** Sends small frames at once, and notices a peer that is gone. Does nothing on a Unix socket, where the kernel knows both. */
export function tuneSocket(socket: Socket, keepAliveMs: number): void {
  socket.setNoDelay(true);
  socket.setKeepAlive(true, keepAliveMs);
}
