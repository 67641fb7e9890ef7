import type { BunPlace, BunRuntime } from "./bun-runtime.ts";
import { type BunByteSocket, createBunByteSocket } from "./bun-byte-socket.ts";
import type { ByteSocket } from "./byte-socket.ts";

/** How to dial with Bun. */
export interface BunDialOptions {
  readonly timeoutMs: number;
  readonly keepAliveMs: number;
}

/** What became of an attempt; null: the time was up. */
export type BunDialled =
  | { readonly socket: ByteSocket }
  | { readonly failure: Error; readonly afterMs: number }
  | null;

/** Connects with Bun's own sockets, which are there some 3 ms sooner than those of `node:net`. */
export async function dialWithBun(
  bun: BunRuntime,
  place: BunPlace,
  options: BunDialOptions,
): Promise<BunDialled> {
  const { promise, resolve } = Promise.withResolvers<BunDialled>();
  const startedAt = performance.now();
  let socket: BunByteSocket | undefined;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    resolve(null);
  }, options.timeoutMs);
  const connecting = bun.connect({
    ...place,
    socket: {
      open(raw) {
        if (isLate) return raw.terminate();
        raw.setNoDelay(true);
        raw.setKeepAlive(true, options.keepAliveMs);
        socket = createBunByteSocket(raw);
        resolve({ socket });
      },
      data: (_, chunk) => socket?.onData(chunk),
      drain: () => socket?.onDrain(),
      end: () => socket?.onEnd(),
      error: (_, error) => socket?.onClose(error),
      close: (_, error) => socket?.onClose(error),
    },
  });
  connecting.catch((error: unknown) => {
    const failure = error instanceof Error ? error : new Error(String(error));
    resolve({ failure, afterMs: performance.now() - startedAt });
  });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}
