import { isDpmError } from "@dpm/errors";
import { connect, createRequestKey, createServer } from "@dpm/rpc";
import { encodePdu, type FrameInit, interfaceVersion } from "@dpm/pdu";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { createConnectionPair } from "../src/testing/connection-pair.ts";

const id = fc.nat(4);
const bytes = fc.uint8Array({ maxLength: 40 });

/** Anything that a peer could say, in or out of place. */
const frame: fc.Arbitrary<FrameInit> = fc.oneof(
  fc.record({
    hello: fc.record({
      version: fc.constant(interfaceVersion),
      client: fc.string(),
      nonce: bytes,
      hasCredential: fc.boolean(),
    }),
  }),
  fc.record({ hello: fc.record({ version: fc.record({ major: fc.nat(3), minor: fc.nat() }) }) }),
  fc.record({
    welcome: fc.record({
      version: fc.constant(interfaceVersion),
      nonce: bytes,
      proof: bytes,
      proofRequired: fc.boolean(),
      capabilities: fc.constant(["ping", "start"]),
    }),
  }),
  fc.record({ proof: fc.record({ proof: bytes }) }),
  fc.record({ accepted: fc.record({ permission: fc.constantFrom("admin", "read", "root", "") }) }),
  fc.record({
    refused: fc.record({
      error: fc.record({ code: fc.string(), category: fc.string(), detailsJson: fc.string() }),
    }),
  }),
  fc.record({
    requestId: id,
    request: fc.record({
      key: bytes,
      timeoutMs: fc.nat(3),
      credit: fc.nat(5),
      ping: fc.constant({}),
    }),
  }),
  fc.record({
    requestId: id,
    request: fc.record({
      key: fc.constant(new Uint8Array(16)),
      credit: fc.nat(5),
      start: fc.constant({}),
    }),
  }),
  fc.record({ requestId: id, result: fc.record({ processes: fc.constant({ rows: [] }) }) }),
  fc.record({
    requestId: id,
    end: fc.oneof(
      fc.constant({}),
      fc.record({ error: fc.record({ code: fc.string(), detailsJson: fc.string() }) }),
    ),
  }),
  fc.record({ requestId: id, cancel: fc.constant({}) }),
  fc.record({ requestId: id, credit: fc.record({ results: fc.nat() }) }),
  fc.record({ keepAlive: fc.record({ reply: fc.boolean() }) }),
);

const said = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: frame.map((each) => encodePdu(each)) },
    { weight: 1, arbitrary: bytes },
  ),
  { maxLength: 25 },
);
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("Whatever a client says, the server lives, answers others, and forgets the client", async () => {
  const token = createRequestKey();
  const server = createServer({
    identity: { server: "pmd 1", instanceId: "i", bootId: "b", generation: 1 },
    handle: async function* () {
      for (let count = 0; count < 20; count += 1) yield { processes: { rows: [] } };
    },
    log: () => undefined,
    limits: { orphanMs: 1 },
  });
  const pair = createConnectionPair();
  server.accept(pair.server, { authentication: { kind: "token", token }, permission: "admin" });
  const bystander = await connect(pair.client, { client: "bystander", token });
  await fc.assert(
    fc.asyncProperty(fc.boolean(), said, async (isLetIn, frames) => {
      const hostile = createConnectionPair();
      const authentication = isLetIn
        ? { kind: "none" as const }
        : { kind: "token" as const, token };
      server.accept(hostile.server, { authentication, permission: "admin" });
      hostile.client.receive({ frame: () => undefined, closed: () => undefined });
      if (isLetIn) hostile.client.send(encodePdu({ hello: { version: interfaceVersion } }));
      for (const each of frames) {
        hostile.client.send(each);
        if (each.length % 5 === 0) await pause();
      }
      let results = 0;
      for await (const _result of bystander.request({ ping: {} })) results += 1;
      expect(results).toBe(20);
      hostile.client.destroy();
      await pause();
      await pause();
      expect(server.connections).toBe(1);
    }),
    { numRuns: 400 },
  );
  bystander.close();
  await server.close();
});

test("Whatever a server says, a client ends with an answer or with an error of its own", async () => {
  await fc.assert(
    fc.asyncProperty(said, async (frames) => {
      const pair = createConnectionPair({ kind: "unix" });
      pair.server.receive({ frame: () => undefined, closed: () => undefined });
      pair.server.send(
        encodePdu({ welcome: { version: interfaceVersion, capabilities: ["ping"] } }),
      );
      const client = await connect(pair.client, { client: "test" });
      const answer = (async () => {
        let count = 0;
        for await (const _result of client.request({ ping: {} }, { timeoutMs: 5_000, credit: 3 }))
          count += 1;
        return count;
      })();
      for (const each of frames) pair.server.send(each);
      pair.server.close();
      const outcome: unknown = await answer.catch((error: unknown) => error);
      expect(typeof outcome === "number" || isDpmError(outcome)).toBe(true);
      await client.closed();
    }),
    { numRuns: 400 },
  );
});
