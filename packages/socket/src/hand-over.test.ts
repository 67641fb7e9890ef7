import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { formatAddress, parseAddress } from "./address.ts";
import { listen } from "./listen.ts";

const module = new URL("./listen.ts", import.meta.url).href;
const addressModule = new URL("./address.ts", import.meta.url).href;

/** Another program that takes over descriptor 3, and ends each connection with "hello". */
const heir = `
  import { listen } from ${JSON.stringify(module)};
  import { parseAddress, formatAddress } from ${JSON.stringify(addressModule)};
  const listener = await listen(parseAddress(process.argv[2]), { descriptor: 3 }, (connection) => connection.close());
  process.on("message", async () => { await listener.close(); process.disconnect(); });
  process.send(formatAddress(listener.address));
`;

test.each(["tcp", "unix"])(
  "a %s listener passes to another program, and who connects meanwhile waits for that",
  { timeout: 30_000 },
  async (kind) => {
    const directory = temporaryDirectory();
    const script = join(directory, "heir.mjs");
    writeFileSync(script, heir);
    const path = join(directory, "s");
    const planned = parseAddress(kind === "unix" ? `unix:${path}` : "127.0.0.1:0");
    const first = await listen(planned, {}, () => {
      throw new Error("it is not the first one's client");
    });
    const { address } = first;
    let child: ChildProcess | undefined;
    first.handOver((fd) => {
      child = spawn(process.execPath, ["--no-warnings", script, formatAddress(address)], {
        stdio: ["ignore", "inherit", "inherit", fd, "ipc"],
      });
      return 3;
    });
    onTestFinished(() => void child?.kill("SIGKILL"));
    // The socket listens on, and nobody accepts yet.
    const waiting = connect(
      address.kind === "unix" ? { path: address.path } : { host: address.host, port: address.port },
    );
    // It may be over before the other program has said that it listens.
    const closed = once(waiting, "close");
    await once(waiting, "connect");
    await first.close();
    const heard = child === undefined ? [] : await once(child, "message");
    expect(heard[0]).toBe(formatAddress(address));
    waiting.resume();
    await closed;
    expect(existsSync(path)).toBe(kind === "unix");
    child?.send("end");
    if (child !== undefined) await once(child, "exit");
    expect(existsSync(path)).toBe(false);
  },
);
