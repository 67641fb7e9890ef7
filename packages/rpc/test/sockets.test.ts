import {
  connect,
  type Client,
  createRequestKey,
  createServer,
  type Handle,
  type Server,
  type ServerEvent,
  type ServerLimits,
} from "@dpm/rpc";
import { dial, type FrameConnection, listen, type Listener, parseAddress } from "@dpm/socket";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";

const token = createRequestKey();
const cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

interface Served {
  readonly server: Server;
  readonly listener: Listener;
  readonly events: ServerEvent[];
  dialRaw(): Promise<FrameConnection>;
  connect(): Promise<Client>;
}

async function serve(
  handle: Handle,
  options: { limits?: Partial<ServerLimits>; address?: string } = {},
): Promise<Served> {
  const events: ServerEvent[] = [];
  const identity = { server: "pmd 1", instanceId: "i", bootId: "b", generation: 1 };
  const server = createServer({
    identity,
    handle,
    log: (event) => events.push(event),
    limits: options.limits ?? {},
  });
  const listener = await listen(
    parseAddress(options.address ?? "127.0.0.1:0"),
    {},
    (connection) => {
      const authentication =
        connection.peer.kind === "unix"
          ? { kind: "none" as const }
          : { kind: "token" as const, token };
      server.accept(connection, { authentication, permission: "admin" });
    },
  );
  cleanUps.push(async () => {
    await server.close();
    await listener.close();
  });
  const dialRaw = (): Promise<FrameConnection> => dial(listener.address, { timeoutMs: 10_000 });
  return {
    server,
    listener,
    events,
    dialRaw,
    connect: async () => connect(await dialRaw(), { client: "test", token, timeoutMs: 20_000 }),
  };
}

async function countResults(
  client: Client,
  command: Parameters<Client["request"]>[0],
): Promise<number> {
  let count = 0;
  for await (const _result of client.request(command)) count += 1;
  return count;
}

test("Over a Unix socket no token is asked for", async () => {
  const served = await serve(
    async function* () {
      yield { server: { server: "pmd 1" } };
    },
    { address: `unix:${join(temporaryDirectory(), "pmd.sock")}` },
  );
  const client = await connect(await served.dialRaw(), { client: "test" });
  expect(await countResults(client, { version: {} })).toBe(1);
  expect(await client.permission()).toBe("admin");
  client.close();
});

test("A client that never reads costs the server a bounded amount, and is let go", async () => {
  const pieceBytes = 256 * 1024;
  let made = 0;
  const served = await serve(
    async function* (request) {
      if (request.command === "ping") return;
      for (;;) {
        made += 1;
        yield { log: { data: new Uint8Array(pieceBytes) } };
      }
    },
    { limits: { stalledMs: 1_000 } },
  );
  const client = await served.connect();
  const deaf = await served.dialRaw();
  const deafClient = await connect(deaf, { client: "deaf", token });
  await deafClient.permission();
  const stream = deafClient.request({ logs: { id: "a", follow: true } }, { credit: 1_000_000 });
  deaf.pause();
  await waitUntil(
    () => served.events.some((event) => event.error?.code === "ERR_DPM_WIRE_SLOW_READER"),
    { deadlineMs: 30_000 },
  );
  // What the kernel takes, what one write holds, and no more.
  expect(made * pieceBytes).toBeLessThan(32 * 1024 * 1024);
  expect(await countResults(client, { ping: {} })).toBe(0);
  await waitUntil(() => served.server.connections === 1);
  stream.cancel();
  deafClient.close();
  deaf.destroy();
  client.close();
});

test("A thousand idle connections and a slow request delay nobody else", async () => {
  const served = await serve(
    async function* (request, { signal }) {
      if (request.command === "restart")
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
      yield { processes: { rows: [] } };
    },
    { limits: { handshakeMs: 60_000 } },
  );
  const client = await served.connect();
  const slow = client.request({ restart: {} });
  const idle: FrameConnection[] = [];
  for (let batch = 0; batch < 20; batch += 1) {
    idle.push(...(await Promise.all(Array.from({ length: 50 }, () => served.dialRaw()))));
  }
  for (const connection of idle)
    connection.receive({ frame: () => undefined, closed: () => undefined });
  const elapsedMs: number[] = [];
  for (let count = 0; count < 50; count += 1) {
    const startedMs = performance.now();
    expect(await countResults(client, { ping: {} })).toBe(1);
    elapsedMs.push(performance.now() - startedMs);
  }
  elapsedMs.sort((one, two) => one - two);
  expect(elapsedMs[25]).toBeLessThan(200);
  expect(await countResults(await served.connect(), { ping: {} })).toBe(1);
  // Of those that say nothing only so many are kept waiting to be let in.
  expect(served.server.connections).toBeLessThanOrEqual(514);
  slow.cancel();
  for (const connection of idle) connection.destroy();
}, 60_000);

test("A server that dies in the middle of an answer is a lost connection, by its address", async () => {
  const served = await serve(async function* (_request, { signal }) {
    yield { processes: { rows: [] } };
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  });
  const dying: FrameConnection[] = [];
  const crashing = await listen(parseAddress("127.0.0.1:0"), {}, (connection) => {
    dying.push(connection);
    served.server.accept(connection, {
      authentication: { kind: "token", token },
      permission: "admin",
    });
  });
  cleanUps.push(() => crashing.close());
  const client = await connect(await dial(crashing.address, { timeoutMs: 10_000 }), {
    client: "test",
    token,
  });
  const iterator = client.request({ logs: { id: "a" } })[Symbol.asyncIterator]();
  await iterator.next();
  dying[0]?.destroy();
  await expect(iterator.next()).rejects.toMatchObject({
    code: "ERR_DPM_WIRE_CONNECTION_LOST",
    category: "unavailable",
  });
  expect((await client.closed())?.message).toContain(client.address);
});
