import type { DpmError } from "@dpm/errors";
import { waitUntil } from "@dpm/test-kit";
import { connect, createServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";

import { type Address, formatAddress, parseAddress } from "../address.ts";
import { dial, type DialOptions } from "../dial.ts";
import { listen, type Listener, type ListenOptions } from "../listen.ts";
import { record, type Recorded } from "./recorded.ts";

/** A listener of a test, with what arrived at it. It and its connections end with the test. */
export interface Served {
  readonly listener: Listener;
  readonly accepted: Recorded[];
  readonly problems: DpmError[];
  dial(options?: Partial<DialOptions>): Promise<Recorded>;
  /** A plain socket, to send what no client of ours would. */
  rawSocket(): Promise<Socket>;
  /** The connection that was accepted as the nth, counted from 0. */
  connection(index: number): Promise<Recorded>;
}

/** Listens, on a free port unless told, until the test ends. */
export async function serve(options: ListenOptions = {}, at = "127.0.0.1:0"): Promise<Served> {
  const accepted: Recorded[] = [];
  const problems: DpmError[] = [];
  const settings = { ...options, onProblem: (problem: DpmError) => problems.push(problem) };
  const listener = await listen(parseAddress(at), settings, (connection) =>
    accepted.push(record(connection)),
  );
  onTestFinished(async () => {
    await listener.close();
    for (const { connection } of accepted) connection.destroy();
  });
  return {
    listener,
    accepted,
    problems,
    async dial(dialOptions = {}) {
      const connection = await dial(listener.address, { timeoutMs: 10_000, ...dialOptions });
      onTestFinished(() => connection.destroy());
      return record(connection);
    },
    async rawSocket() {
      const { address } = listener;
      const socket =
        address.kind === "unix" ? connect(address.path) : connect(address.port, address.host);
      onTestFinished(() => void socket.destroy());
      socket.on("error", () => {});
      await waitUntil(() => !socket.connecting, {
        what: `a connection to ${formatAddress(address)}`,
      });
      return socket;
    },
    connection: (index) => waitUntil(() => accepted[index], { what: `connection ${index}` }),
  };
}

/** A server that is not ours, until the test ends. */
export async function foreignServer(onSocket: (socket: Socket) => void): Promise<Address> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    onSocket(socket);
  });
  server.listen(0, "127.0.0.1");
  await waitUntil(() => server.listening);
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the server has no port");
  return { kind: "tcp", host: "127.0.0.1", port: bound.port };
}
