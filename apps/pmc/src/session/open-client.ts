import { type Client, connect } from "@dpm/rpc";
import { dial } from "@dpm/socket";

import type { Target } from "../targets/find-targets.ts";

// Connecting is quick or does not happen; the rest of the time belongs to the answer.
const longestConnectMs = 5_000;

/** Dials a server and shakes hands with it. Rejects with the errors of the wire area. */
export async function openClient(
  target: Target,
  { version, timeoutMs }: { readonly version: string; readonly timeoutMs: number },
): Promise<Client> {
  const connectMs = Math.min(longestConnectMs, timeoutMs);
  const connection = await dial(target.address, {
    timeoutMs: connectMs,
    ...(target.address.kind === "tls" ? { tls: target.tls } : {}),
  });
  return connect(connection, {
    client: `pmc ${version}`,
    timeoutMs: connectMs,
    ...(target.token === null ? {} : { token: target.token }),
  });
}
