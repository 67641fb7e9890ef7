import { isDpmError } from "@dpm/errors";
import { connect, createRequestKey, createServer, type Handle } from "@dpm/rpc";
import { dial, listen, parseAddress } from "@dpm/socket";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createConnectionPair } from "../src/testing/connection-pair.ts";
import { listenDripping } from "./dripping-proxy.ts";

interface Plan {
  /** How many results the answer has. */
  readonly results: number;
  /** After how many of them the handler takes a breath. */
  readonly breatheEvery: number;
  readonly isFailing: boolean;
  readonly credit: number;
  /** After how many results the reader has had enough; more than there are means never. */
  readonly leaveAfter: number;
  readonly isKeyed: boolean;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  results: fc.nat(30),
  breatheEvery: fc.integer({ min: 1, max: 10 }),
  isFailing: fc.boolean(),
  credit: fc.integer({ min: 1, max: 12 }),
  leaveAfter: fc.oneof(fc.nat(30), fc.constant(1_000)),
  isKeyed: fc.boolean(),
});

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function planOf(id: string): Plan {
  // What this file itself wrote.
  const planned: Plan = JSON.parse(id);
  return planned;
}

/** Answers `logs` with numbered lines as the plan in its id says. */
const handle: Handle = async function* (request) {
  if (request.command !== "logs") return;
  const { results, breatheEvery, isFailing } = planOf(request.logs.id);
  for (let index = 0; index < results; index += 1) {
    if (index % breatheEvery === 0) await breathe();
    yield { log: { stream: String(index), data: new Uint8Array(index) } };
  }
  if (isFailing) throw new Error("as planned");
};

const token = createRequestKey();

function serve(): ReturnType<typeof createServer> {
  const identity = { server: "pmd 1", instanceId: "i", bootId: "b", generation: 1 };
  return createServer({ identity, handle, log: () => undefined });
}

const terms = { authentication: { kind: "token", token }, permission: "admin" } as const;

/** What a reader sees of one planned answer. */
async function readPlanned(
  client: Awaited<ReturnType<typeof connect>>,
  each: Plan,
): Promise<{ read: string[]; end: string }> {
  const read: string[] = [];
  const { credit, isKeyed, leaveAfter } = each;
  const options = { credit, timeoutMs: 60_000, ...(isKeyed ? { key: createRequestKey() } : {}) };
  try {
    if (leaveAfter === 0) {
      client.request({ logs: { id: JSON.stringify(each) } }, options).cancel();
      return { read, end: "left" };
    }
    for await (const result of client.request({ logs: { id: JSON.stringify(each) } }, options)) {
      read.push(
        result.payload === "log" ? `${result.log.stream}:${result.log.data.length}` : "other",
      );
      if (read.length % 5 === 0) await breathe();
      if (read.length >= leaveAfter) return { read, end: "left" };
    }
    return { read, end: "done" };
  } catch (error) {
    return { read, end: isDpmError(error) ? error.code : String(error) };
  }
}

function expected(each: Plan): { read: string[]; end: string } {
  const count = Math.min(each.results, each.leaveAfter);
  const read = Array.from({ length: count }, (_, index) => `${index}:${index}`);
  if (each.leaveAfter <= each.results) return { read, end: "left" };
  return { read, end: each.isFailing ? "ERR_DPM_INTERNAL" : "done" };
}

test("However requests, cancels and credit interleave, each reader sees exactly its own answer", async () => {
  const server = serve();
  await fc.assert(
    fc.asyncProperty(
      fc.array(plan, { maxLength: 12 }),
      fc.integer({ min: 1, max: 4_000 }),
      async (plans, highWaterBytes) => {
        const pair = createConnectionPair({ highWaterBytes });
        server.accept(pair.server, terms);
        const client = await connect(pair.client, { client: "test", token });
        const seen = await Promise.all(plans.map((each) => readPlanned(client, each)));
        expect(seen).toEqual(plans.map(expected));
        // Nothing is left over: the connection still works, and all of its ids are free.
        expect(
          await readPlanned(client, {
            results: 3,
            isFailing: false,
            leaveAfter: 9,
            breatheEvery: 1,
            credit: 1,
            isKeyed: false,
          }),
        ).toMatchObject({ end: "done" });
        client.close();
      },
    ),
    { numRuns: 150 },
  );
  await server.close();
});

let closeAll: () => Promise<void>;
let drippingPort: number;

beforeAll(async () => {
  const server = serve();
  const listener = await listen(parseAddress("127.0.0.1:0"), {}, (connection) =>
    server.accept(connection, terms),
  );
  const proxy = await listenDripping(listener.address);
  drippingPort = proxy.port;
  closeAll = async () => {
    await proxy.close();
    await server.close();
    await listener.close();
  };
});

afterAll(() => closeAll());

test("The same holds when every byte arrives alone, and when they arrive in heaps", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 3 }), async (plans) => {
      const connection = await dial(parseAddress(`127.0.0.1:${drippingPort}`), {
        timeoutMs: 20_000,
      });
      const client = await connect(connection, { client: "test", token, timeoutMs: 20_000 });
      const seen = await Promise.all(plans.map((each) => readPlanned(client, each)));
      expect(seen).toEqual(plans.map(expected));
      client.close();
    }),
    { numRuns: 5 },
  );
}, 60_000);
