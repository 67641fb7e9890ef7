import { type DpmError, isDpmError } from "@dpm/errors";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { parseAddress } from "./address.ts";
import { dialError } from "./dial-error.ts";
import { dial, type DialOptions } from "./dial.ts";
import { foreignServer } from "./testing/served.ts";

/** How dialling fails. */
async function failureOf(text: string, options: Partial<DialOptions> = {}): Promise<DpmError> {
  try {
    (await dial(parseAddress(text), { timeoutMs: 10_000, ...options })).destroy();
  } catch (error) {
    if (isDpmError(error)) return error;
    throw error;
  }
  throw new Error("the connection came about");
}

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

describe("a connection that does not come about says why and what to do:", () => {
  test("nothing listens", async () => {
    // Port 1 of loopback: nobody but root could listen there, and nobody does.
    const error = await failureOf("127.0.0.1:1");
    expect(error).toMatchObject({
      code: "ERR_DPM_WIRE_CONNECT_REFUSED",
      category: "unavailable",
      message: "nothing listens at 127.0.0.1:1: the connection was refused",
    });
    expect(error.hint).toMatch(/Start pmd/);
  });

  test("the name does not exist", async () => {
    // .invalid is reserved for names that never exist; where no name service answers, that is another failure.
    const error = await failureOf("no-such-host.invalid:8988");
    expect(["ERR_DPM_WIRE_NAME_NOT_FOUND", "ERR_DPM_WIRE_NAME_LOOKUP"]).toContain(error.code);
    expect(error.message).toContain("no-such-host.invalid");
    expect(error.hint).toMatch(/IP address/);
  });

  test("there is no way there", async () => {
    // TCP knows no way to a multicast address, and nothing leaves the machine.
    const error = await failureOf("224.0.0.1:8988");
    expect(error).toMatchObject({
      code: "ERR_DPM_WIRE_UNREACHABLE",
      details: { errno: "ENETUNREACH" },
    });
    expect(error.hint).toMatch(/network/);
  });

  test("nobody answers in time", async () => {
    const silent = await foreignServer(() => {});
    const error = await failureOf(`tls://127.0.0.1:${silent.kind === "tcp" ? silent.port : 0}`, {
      timeoutMs: 100,
    });
    expect(error).toMatchObject({
      code: "ERR_DPM_WIRE_CONNECT_TIMEOUT",
      category: "deadline-exceeded",
      details: { timeoutMs: 100 },
    });
    expect(error.hint).toMatch(/firewall/);
  });

  test("the socket file is missing", async () => {
    const missing = join(temporaryDirectory(), "pmd.sock");
    for (const path of [missing, join(missing, "deeper")]) {
      expect(await failureOf(`unix:${path}`)).toMatchObject({
        code: "ERR_DPM_WIRE_SOCKET_MISSING",
        message: `there is no socket at unix:${path}`,
      });
    }
  });

  test("the socket file is no socket", async () => {
    const path = join(temporaryDirectory(), "pmd.sock");
    writeFileSync(path, "");
    expect(await failureOf(`unix:${path}`)).toMatchObject({ code: "ERR_DPM_WIRE_CONNECT_REFUSED" });
  });

  test.each([
    ["unix:/run/pmd.sock", "EACCES", "ERR_DPM_WIRE_SOCKET_NOT_PERMITTED"],
    ["unix:/run/pmd.sock", "EPERM", "ERR_DPM_WIRE_SOCKET_NOT_PERMITTED"],
    ["unix:/run/pmd.sock", "EAGAIN", "ERR_DPM_WIRE_CONNECT"],
    ["host:1", "EAI_AGAIN", "ERR_DPM_WIRE_NAME_LOOKUP"],
    ["host:1", "EPERM", "ERR_DPM_WIRE_UNREACHABLE"],
    ["host:1", "ETIMEDOUT", "ERR_DPM_WIRE_UNREACHABLE"],
    ["host:1", "EHOSTUNREACH", "ERR_DPM_WIRE_UNREACHABLE"],
    ["host:1", "ECONNRESET", "ERR_DPM_WIRE_RESET"],
    ["tls://host:1", "ECONNRESET", "ERR_DPM_WIRE_TLS"],
    ["host:1", "EMFILE", "ERR_DPM_WIRE_CONNECT"],
  ])("%s with %s is %s", (address, errno, code) => {
    const error = dialError(parseAddress(address), systemError(errno));
    expect(error.code).toBe(code);
    expect(error.message).toContain(code === "ERR_DPM_WIRE_NAME_LOOKUP" ? "host" : address);
  });

  test("of the failures of several addresses of one name, the one that says most about the server", () => {
    const both = new AggregateError([systemError("ENETUNREACH"), systemError("ECONNREFUSED")]);
    expect(dialError(parseAddress("localhost:1"), both).code).toBe("ERR_DPM_WIRE_CONNECT_REFUSED");
  });
});

test("a dial that failed leaves nothing open", async () => {
  let ended = 0;
  const server = await foreignServer((socket) => socket.resume().on("close", () => (ended += 1)));
  await failureOf(`tls://127.0.0.1:${server.kind === "tcp" ? server.port : 0}`, { timeoutMs: 50 });
  expect(await waitUntil(() => ended)).toBe(1);
});
