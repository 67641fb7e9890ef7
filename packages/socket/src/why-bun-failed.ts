import { isLoopbackHost } from "./address.ts";
import type { BunHostPlace, BunRuntime } from "./bun-runtime.ts";

interface Failure extends Error {
  readonly code?: string;
}

// A refusal takes one way there and back; the kernel looks for a neighbour for three times a second.
const refusedWithinMs = 2_500;

/** Why Bun's connection did not come about: it says of most failures, of its node:net too, that it was refused. */
export async function whyBunFailed(
  bun: BunRuntime,
  place: BunHostPlace,
  { failure, afterMs }: { readonly failure: Failure; readonly afterMs: number },
): Promise<Failure> {
  if (failure.code !== "ECONNREFUSED" || isLoopbackHost(place.hostname)) return failure;
  const unrouted = await whyUnrouted(bun, place);
  if (unrouted !== null) return unrouted;
  return afterMs < refusedWithinMs
    ? failure
    : Object.assign(new Error("nothing answers there", { cause: failure }), {
        code: "EHOSTUNREACH",
      });
}

/** Connecting a datagram socket sends nothing, and fails as the other did when there is no route; null when there is one. */
async function whyUnrouted(bun: BunRuntime, connect: BunHostPlace): Promise<Failure | null> {
  const hostname = connect.hostname.includes(":") ? "::" : "0.0.0.0";
  try {
    (await bun.udpSocket({ hostname, connect })).close();
    return null;
  } catch (error) {
    return error instanceof Error ? error : null;
  }
}
