import { once } from "node:events";
import { connect, isIP, type Socket } from "node:net";
import { checkServerIdentity, connect as connectTls, type ConnectionOptions } from "node:tls";
import { dpmError } from "@dpm/errors";

import { type Address, formatAddress, type HostAddress } from "./address.ts";
import { dialError } from "./dial-error.ts";
import type { DialOptions } from "./dial.ts";
import { secureContextOptions } from "./tls-credentials.ts";
import { tuneSocket } from "./tune-socket.ts";

/** How to dial with Node. */
export interface NodeDialOptions extends DialOptions {
  readonly keepAliveMs: number;
  /** What is left of `timeoutMs`. */
  readonly remainingMs: number;
}

/** Connects with the sockets of Node, through TLS too. Fails with the errors of {@link dial}. */
export async function dialWithNode(address: Address, options: NodeDialOptions): Promise<Socket> {
  const socket = address.kind === "tls" ? openTls(address, options) : openPlain(address);
  const { timeoutMs } = options;
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    socket.destroy(new Error("the time is up"));
  }, options.remainingMs);
  try {
    await once(socket, address.kind === "tls" ? "secureConnect" : "connect");
  } catch (error) {
    socket.destroy();
    if (timedOut)
      throw dpmError("ERR_DPM_WIRE_CONNECT_TIMEOUT", {
        address: formatAddress(address),
        timeoutMs,
      });
    throw dialError(address, error instanceof Error ? error : new Error(String(error)));
  } finally {
    clearTimeout(timer);
  }
  tuneSocket(socket, options.keepAliveMs);
  return socket;
}

function openPlain(address: Address): Socket {
  return address.kind === "unix"
    ? connect({ path: address.path })
    : connect({ host: address.host, port: address.port });
}

function openTls(address: HostAddress, options: DialOptions): Socket {
  const { serverName, ...credentials } = options.tls ?? {};
  const name = serverName ?? address.host;
  const settings: ConnectionOptions = {
    ...secureContextOptions(credentials),
    host: address.host,
    port: address.port,
    rejectUnauthorized: true,
    // An IP address is compared with the certificate too, but may not be sent as a name.
    ...(isIP(name) === 0 ? { servername: name } : {}),
    ...(serverName === undefined
      ? {}
      : {
          checkServerIdentity: (_host, certificate) => checkServerIdentity(serverName, certificate),
        }),
  };
  return connectTls(settings);
}
