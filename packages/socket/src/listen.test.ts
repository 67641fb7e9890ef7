import { isDpmError } from "@dpm/errors";
import { startProgram, temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { formatAddress, parseAddress } from "./address.ts";
import { dial } from "./dial.ts";
import { listen } from "./listen.ts";
import { serve } from "./testing/served.ts";

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const socketPackage = join(import.meta.dirname, "index.ts");

/** The code with which something fails. */
async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "no error";
  } catch (error) {
    return isDpmError(error) ? error.code : String(error);
  }
}

describe("a listener", () => {
  test("says which port it has when it was asked for port 0", async () => {
    const { listener } = await serve();
    expect(formatAddress(listener.address)).toMatch(/^127\.0\.0\.1:[1-9]\d+$/);
  });

  test("refuses an address that another one has, and one that the machine doesn't have", async () => {
    const { listener } = await serve();
    expect(await codeOf(listen(listener.address, {}, () => {}))).toBe(
      "ERR_DPM_WIRE_ADDRESS_IN_USE",
    );
    expect(await codeOf(listen(parseAddress("192.0.2.1:0"), {}, () => {}))).toBe(
      "ERR_DPM_WIRE_ADDRESS_NOT_AVAILABLE",
    );
  });

  test("lets go of its port when it is closed, and leaves open connections alone", async () => {
    const served = await serve();
    const client = await served.dial();
    const server = await served.connection(0);
    await served.listener.close();
    expect(await codeOf(dial(served.listener.address, { timeoutMs: 5000 }))).toBe(
      "ERR_DPM_WIRE_CONNECT_REFUSED",
    );
    client.connection.send(bytes(1));
    expect(await server.received(1)).toHaveLength(1);
    await serve({}, formatAddress(served.listener.address));
  });

  test("closes connections beyond its cap at once, says so, and takes new ones when old ones go", async () => {
    const served = await serve({ maxConnections: 2 });
    const first = await served.dial();
    const second = await served.dial();
    await served.connection(1);
    const third = await served.dial();
    await third.closed;
    expect(served.problems).toMatchObject([
      { code: "ERR_DPM_WIRE_TOO_MANY_CONNECTIONS", details: { limit: 2 } },
    ]);
    second.connection.close();
    await second.closed;
    await (
      await served.connection(1)
    ).closed;
    const fourth = await served.dial();
    fourth.connection.send(bytes(4));
    expect(await (await served.connection(2)).received(1)).toHaveLength(1);
    first.connection.send(bytes(1));
    expect(await (await served.connection(0)).received(1)).toHaveLength(1);
  });

  test("goes on accepting after the process ran out of file descriptors", async () => {
    const program = `
      import { listen, parseAddress } from ${JSON.stringify(socketPackage)};
      import { openSync, closeSync } from "node:fs";
      const held = [];
      const echo = (connection) => connection.receive({
        frame([what]) {
          if (what === 1) {
            try { for (;;) held.push(openSync("/dev/null")); } catch {}
          } else {
            for (const fd of held.splice(0)) closeSync(fd);
          }
          connection.send(Uint8Array.of(what));
        },
        closed() {},
      });
      const { address } = await listen(parseAddress("127.0.0.1:0"), {}, echo);
      console.log("port " + address.port);`;
    const server = startProgram([
      "sh",
      "-c",
      `ulimit -n 60; exec "$0" --input-type=module -e "$1"`,
      process.execPath,
      program,
    ]);
    const [, port] =
      /port (\d+)/.exec(await server.output(/port \d+\n/, { deadlineMs: 30_000 })) ?? [];
    const address = parseAddress(`127.0.0.1:${port}`);
    const ask = async (
      what: number,
      connection: Awaited<ReturnType<typeof dial>>,
    ): Promise<void> => {
      const answer = Promise.withResolvers<void>();
      connection.receive({
        frame: () => answer.resolve(),
        closed: (error) => answer.reject(error ?? new Error("closed")),
      });
      connection.send(bytes(what));
      await answer.promise;
    };
    const greedy = await dial(address, { timeoutMs: 10_000 });
    await ask(1, greedy);
    const refused = await dial(address, { timeoutMs: 10_000 });
    const gone = Promise.withResolvers<unknown>();
    refused.receive({ frame() {}, closed: gone.resolve });
    await gone.promise;
    greedy.send(bytes(2));
    const after = await waitUntil(async () => {
      const connection = await dial(address, { timeoutMs: 10_000 });
      await ask(2, connection);
      return connection;
    });
    after.destroy();
    greedy.destroy();
    expect(server.stderr()).toBe("");
  }, 60_000);
});

interface SocketPlace {
  readonly directory: string;
  readonly path: string;
  readonly text: string;
}

/** Where a socket of the running test may be. */
function address(name = "pmd.sock"): SocketPlace {
  const directory = temporaryDirectory();
  return { directory, path: join(directory, name), text: `unix:${join(directory, name)}` };
}

describe("a Unix socket", () => {
  test("is dialled like any other address, and nothing but it stands in its directory", async () => {
    const at = address();
    const served = await serve({}, at.text);
    const client = await served.dial();
    client.connection.send(bytes(1));
    const server = await served.connection(0);
    expect(await server.received(1)).toHaveLength(1);
    expect(server.connection.peer).toEqual({ address: at.text, kind: "unix", loopback: true });
    expect(readdirSync(at.directory)).toEqual(["pmd.sock"]);
  });

  test.each([0o600, 0o660, 0o666])("has exactly the mode that was asked for", async (mode) => {
    const at = address();
    await serve({ socketMode: mode }, at.text);
    expect(lstatSync(at.path).mode & 0o777).toBe(mode);
  });

  test("is for its owner alone unless told", async () => {
    const at = address();
    await serve({}, at.text);
    expect(lstatSync(at.path).mode & 0o777).toBe(0o600);
  });

  test.skipIf(!hasStrace())(
    "never exists under its name with a wider mode (needs strace)",
    async () => {
      const at = address();
      const log = join(temporaryDirectory(), "strace");
      const program = `
      import { listen, parseAddress } from ${JSON.stringify(socketPackage)};
      process.umask(0);
      const listener = await listen(parseAddress(${JSON.stringify(at.text)}), { socketMode: 0o600 }, () => {});
      await listener.close();`;
      const traced = [
        "-f",
        "-o",
        log,
        "-e",
        "trace=bind,chmod,fchmodat,mkdir,mkdirat,rename,renameat,renameat2",
      ];
      const run = startProgram([
        "strace",
        ...traced,
        process.execPath,
        "--input-type=module",
        "-e",
        program,
      ]);
      expect(await run.ended).toEqual({ code: 0, signal: null });
      const steps = readFileSync(log, "utf8")
        .split("\n")
        .filter((line) => line.includes(at.directory))
        .map((line) =>
          line
            .replace(/^\d+ +/, "")
            .replaceAll(at.directory, "")
            .replaceAll(/\.\w{6}/g, ".XXXXXX"),
        );
      expect(steps.map((step) => /^\w+/.exec(step)?.[0].replace(/at2?$/, ""))).toEqual([
        "mkdir",
        "bind",
        expect.stringMatching(/chmod/),
        "rename",
      ]);
      expect(steps[0]).toMatch(/"\/\.XXXXXX", 0700\)/);
      expect(steps[1]).toMatch(/"\/\.XXXXXX\/s"/);
      expect(steps[2]).toMatch(/"\/\.XXXXXX\/s", 0600/);
      expect(steps[3]).toMatch(/"\/\.XXXXXX\/s", .*"\/pmd\.sock"/);
    },
    60_000,
  );

  test("replaces a socket that nobody listens at any more", async () => {
    const at = address();
    const program = `require("node:net").createServer().listen(${JSON.stringify(at.path)}, () => process.kill(process.pid, "SIGKILL"))`;
    await startProgram([process.execPath, "-e", program]).ended;
    expect(existsSync(at.path)).toBe(true);
    expect(await codeOf(dial(parseAddress(at.text), { timeoutMs: 5000 }))).toBe(
      "ERR_DPM_WIRE_CONNECT_REFUSED",
    );
    const served = await serve({}, at.text);
    await served.dial();
    await served.connection(0);
  });

  test("removes what one has left that was killed before its socket had its name", async () => {
    const at = address();
    const program = `
      import fs from "node:fs/promises";
      import { syncBuiltinESMExports } from "node:module";
      fs.rename = async () => process.kill(process.pid, "SIGKILL");
      syncBuiltinESMExports();
      const { listen, parseAddress } = await import(${JSON.stringify(socketPackage)});
      await listen(parseAddress(${JSON.stringify(at.text)}), {}, () => {});
    `;
    const run = startProgram([process.execPath, "--input-type=module", "-e", program]);
    expect(await run.ended).toEqual({ code: null, signal: "SIGKILL" });
    expect(readdirSync(at.directory)).toEqual([expect.stringMatching(/^\.\w{6}$/)]);
    const served = await serve({}, at.text);
    expect(readdirSync(at.directory)).toEqual(["pmd.sock"]);
    await served.dial();
    await served.connection(0);
  });

  test("leaves alone a socket at which somebody answers", async () => {
    const at = address();
    const first = await serve({}, at.text);
    expect(await codeOf(listen(parseAddress(at.text), {}, () => {}))).toBe(
      "ERR_DPM_WIRE_ADDRESS_IN_USE",
    );
    expect(readdirSync(at.directory)).toEqual(["pmd.sock"]);
    await first.dial();
    await first.connection(0);
  });

  test("leaves alone a file that is no socket", async () => {
    const at = address();
    writeFileSync(at.path, "precious");
    expect(await codeOf(listen(parseAddress(at.text), {}, () => {}))).toBe(
      "ERR_DPM_WIRE_SOCKET_PATH_TAKEN",
    );
    expect(readFileSync(at.path, "utf8")).toBe("precious");
  });

  test("is removed when its listener closes, but not when another one has taken its place", async () => {
    const at = address();
    const served = await serve({}, at.text);
    await served.listener.close();
    expect(readdirSync(at.directory)).toEqual([]);
    const second = await serve({}, at.text);
    execFileSync("rm", [at.path]);
    const usurper = createServer().listen(at.path);
    await waitUntil(() => usurper.listening);
    await second.listener.close();
    expect(existsSync(at.path)).toBe(true);
    usurper.close();
  });

  test("with a path that the kernel would not take is an error that says how long it may be", async () => {
    const at = address("x".repeat(100));
    expect(await codeOf(listen(parseAddress(at.text), {}, () => {}))).toBe(
      "ERR_DPM_WIRE_SOCKET_PATH_TOO_LONG",
    );
    expect(await codeOf(dial(parseAddress(at.text), { timeoutMs: 1000 }))).toBe(
      "ERR_DPM_WIRE_SOCKET_PATH_TOO_LONG",
    );
    expect(readdirSync(at.directory)).toEqual([]);
  });

  test("that this user may not use is an error of its own, to dial and to listen", async () => {
    const at = address();
    chmodSync(at.directory, 0o755);
    await serve({ socketMode: 0 }, at.text);
    if (process.getuid?.() !== 0) chmodSync(at.directory, 0o555);
    // Root may everything, so the one who tries becomes nobody first.
    const program = `
      import { dial, listen, parseAddress } from ${JSON.stringify(socketPackage)};
      if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534); }
      const report = (error) => console.log(error.code);
      await dial(parseAddress(${JSON.stringify(at.text)}), { timeoutMs: 10_000 }).catch(report);
      await listen(parseAddress(${JSON.stringify(`${at.text}2`)}), {}, () => {}).catch(report);`;
    const nobody = startProgram([process.execPath, "--input-type=module", "-e", program]);
    await nobody.ended;
    chmodSync(at.directory, 0o755);
    expect(nobody.stdout().split("\n")).toEqual([
      "ERR_DPM_WIRE_SOCKET_NOT_PERMITTED",
      "ERR_DPM_WIRE_LISTEN_NOT_PERMITTED",
      "",
    ]);
  }, 30_000);

  test("in a directory that doesn't exist is an error", async () => {
    expect(
      await codeOf(
        listen(parseAddress(`unix:${temporaryDirectory()}/none/pmd.sock`), {}, () => {}),
      ),
    ).toBe("ERR_DPM_WIRE_LISTEN");
  });
});

function hasStrace(): boolean {
  try {
    execFileSync("strace", ["-o", "/dev/null", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
