import { hasCode, toReport } from "@dpm/errors";
import {
  capabilityOf,
  type CommandName,
  commandNames,
  type Permission,
  permissionOf,
  type ResultInit,
} from "@dpm/pdu";
import { expect, test } from "vitest";

import { type Client, type RequestOptions } from "../client/client.ts";
import type { Command } from "../command.ts";
import { permits } from "../permission.ts";
import type { Handle } from "./dispatcher.ts";
import { createRawClient } from "../testing/raw-client.ts";
import { collect, line, serveInMemory } from "../testing/served-pair.ts";

const permissions: readonly Permission[] = ["read", "operate", "admin"];

function toCommand(name: CommandName): Command {
  const command: unknown = { [name]: {} };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every command may be empty
  return command as Command;
}

async function failureOf(
  client: Client,
  command: Command,
  options?: RequestOptions,
): Promise<unknown> {
  try {
    await collect(client.request(command, options));
  } catch (error) {
    return error;
  }
  return undefined;
}

test("Every command of the interface reaches its handler exactly for those who hold its permission", async () => {
  const reached: string[] = [];
  const { connect, events } = serveInMemory(async function* (request, context) {
    reached.push(`${context.permission} ${request.command}`);
    yield line("done");
  });
  const expected: string[] = [];
  for (const permission of permissions) {
    const client = await connect({}, { permission });
    expect(await client.permission()).toBe(permission);
    for (const name of commandNames) {
      const isPermitted = permits(permission, permissionOf(name));
      if (isPermitted) expected.push(`${permission} ${name}`);
      const failure = await failureOf(client, toCommand(name));
      expect([name, hasCode(failure, "ERR_DPM_WIRE_NOT_PERMITTED")]).toEqual([name, !isPermitted]);
    }
    client.close();
  }
  expect(reached).toEqual(expected);
  expect(events.filter((event) => event.kind === "denied")).toHaveLength(
    3 * commandNames.length - expected.length,
  );
});

test("A denial says what is needed and what is held, also to one who guesses a key", async () => {
  const { connect } = serveInMemory(() => expect.fail("reached the handler"));
  const client = await connect({}, { permission: "read" });
  const failure = await failureOf(client, { shutdown: {} }, { key: Buffer.alloc(16, 1) });
  expect(failure).toMatchObject({
    category: "permission-denied",
    details: { command: "shutdown", needed: "admin", held: "read" },
  });
});

test("A command that the server does not have is refused before it is sent", async () => {
  const identity = {
    server: "pmd 0.9",
    instanceId: "i",
    bootId: "b",
    generation: 1,
    capabilities: ["ping"],
  };
  const { connect, dial } = serveInMemory(() => expect.fail("reached the handler"), { identity });
  const client = await connect();
  const failure = await failureOf(client, { configSet: { id: "a" } });
  expect(failure).toMatchObject({
    code: "ERR_DPM_WIRE_UNSUPPORTED_COMMAND",
    category: "unimplemented",
    hint: "Upgrade the server.",
  });
  expect(String(failure)).toContain(capabilityOf("configSet"));

  const rude = createRawClient(dial({ authentication: { kind: "none" } }, { kind: "unix" }));
  rude.send({ hello: { version: { major: 1, minor: 0 }, client: "rude" } });
  rude.send({ requestId: 1, request: { credit: 1, configSet: { id: "a" } } });
  const { end } = await rude.next("end");
  expect(end.error?.code).toBe("ERR_DPM_WIRE_UNSUPPORTED_COMMAND");
});

test("A request without any command that is known is answered, not fatal", async () => {
  const { dial } = serveInMemory(() => expect.fail("reached the handler"));
  const client = createRawClient(dial({ authentication: { kind: "none" } }, { kind: "unix" }));
  client.send({ hello: { version: { major: 1, minor: 0 }, client: "newer" } });
  await client.next("accepted");
  // Request id 4; a request with credit 1 and the command of number 40.
  client.connection.send(Buffer.from("08043a051801c20200", "hex"));
  const end = await client.next("end");
  expect([end.requestId, end.end.error?.code]).toEqual([4, "ERR_DPM_WIRE_UNSUPPORTED_COMMAND"]);
  expect(client.isClosed).toBe(false);
});

test("What a handler throws by mistake reaches the client as an incident, and the log with its cause", async () => {
  const cause = new Error("secret detail in a stack");
  const handles: readonly Handle[] = [
    async function* () {
      yield line("one");
      throw cause;
    },
    () => {
      throw cause;
    },
    () => ({
      [Symbol.asyncIterator]: () => {
        throw cause;
      },
    }),
    async function* () {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a mistake that the compiler would find
      yield { processes: { rows: [null] } } as unknown as ResultInit;
    },
  ];
  for (const handle of handles) {
    const { connect, events } = serveInMemory(handle);
    const failure = await failureOf(await connect(), { ping: {} });
    if (!hasCode(failure, "ERR_DPM_INTERNAL")) throw new Error(String(failure));
    expect(JSON.stringify(toReport(failure))).not.toContain("secret");
    const logged = events.find((event) => event.kind === "incident");
    expect(logged?.error?.details["incident"]).toBe(failure.details["incident"]);
    expect(logged?.cause).toBeInstanceOf(Error);
  }
});

test("A handler learns who asks and how long the client waits", async () => {
  const contexts: unknown[] = [];
  const { connect } = serveInMemory(async function* (_request, context) {
    contexts.push({ ...context, signal: context.signal.aborted });
    yield line("done");
  });
  const client = await connect({ client: "pmc 1.0.0" }, { permission: "operate" });
  await collect(client.request({ ping: {} }, { timeoutMs: 5_000 }));
  await collect(client.request({ ping: {} }));
  const common = {
    actor: "pmc 1.0.0 from client.test:40000",
    address: "client.test:40000",
    permission: "operate",
    command: "ping",
    signal: false,
  };
  expect(contexts).toEqual([
    { ...common, timeoutMs: 5_000 },
    { ...common, timeoutMs: undefined },
  ]);
});
