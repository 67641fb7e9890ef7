// How many requests one connection carries. Both sides run in this one process, so each has half of a core at best.
//   node packages/rpc/bench/requests.ts [SECONDS]
import { createRequestKey, connect, createServer } from "@dpm/rpc";
import { dial, listen, parseAddress } from "@dpm/socket";

const seconds = Number(process.argv[2] ?? 2);
const token = createRequestKey();
const row = {
  done: true,
  ok: true,
  status: { id: "id0", enabled: true, state: 20, desired: 1, ready: true, pid: 4242 },
};

const server = createServer({
  identity: { server: "bench 1", instanceId: "i", bootId: "b", generation: 1 },
  handle: async function* (request) {
    if (request.command === "logs")
      for (;;) yield { log: { stream: "stdout", data: Buffer.alloc(16_384) } };
    yield { processes: { rows: [row] } };
  },
  log: () => undefined,
});

const listener = await listen(parseAddress("127.0.0.1:0"), {}, (connection) => {
  server.accept(connection, { authentication: { kind: "token", token }, permission: "admin" });
});
const client = await connect(await dial(listener.address, { timeoutMs: 5_000 }), {
  client: "bench 1",
  token,
});
await client.permission();

async function ping(): Promise<void> {
  for await (const _result of client.request({ ping: {} }, { timeoutMs: 10_000 }));
}

/** Keeps so many requests open and says how many end in a second. */
async function measure(inFlight: number): Promise<number> {
  const untilMs = performance.now() + seconds * 1_000;
  let count = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < untilMs) {
      await ping();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return Math.round(count / seconds);
}

await measure(64);
for (const inFlight of [1, 16, 256]) {
  console.log(`${inFlight} in flight: ${await measure(inFlight)} requests/s`);
}

const untilMs = performance.now() + seconds * 1_000;
let bytes = 0;
for await (const result of client.request({ logs: { id: "id0", follow: true } })) {
  if (result.payload === "log") bytes += result.log.data.length;
  if (performance.now() > untilMs) break;
}
console.log(`one stream: ${Math.round(bytes / seconds / 1_048_576)} MiB/s in results of 16 KiB`);

client.close();
await server.close();
await listener.close();
