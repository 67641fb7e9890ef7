import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

import type { Address } from "@dpm/socket";

/** Something between a client and a server that forwards single bytes, or heaps of them, by turns. */
export interface DrippingProxy {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on loopback and forwards to an address. */
export async function listenDripping(to: Address): Promise<DrippingProxy> {
  if (to.kind === "unix") throw new TypeError("only TCP is forwarded");
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(to.port, to.host);
    for (const socket of [near, far]) {
      sockets.add(socket.setNoDelay());
      socket.on("error", () => socket.destroy());
    }
    void drip(near, far);
    void drip(far, near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("no port");
  return {
    port: address.port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

async function drip(from: Socket, to: Socket): Promise<void> {
  let isHeap = false;
  try {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      isHeap = !isHeap;
      const pieces = isHeap ? [chunk] : Array.from(chunk, (byte) => Buffer.of(byte));
      for (const piece of pieces)
        await new Promise<void>((resolve) => to.write(piece, () => resolve()));
    }
  } catch {
    // The connection was cut; so is the other half.
  }
  to.end();
}
