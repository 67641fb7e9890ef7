import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { startPmd } from "./running-daemon.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const example = /```xml\n([^]*?)```/.exec(readme)?.[1] ?? "";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

describe("the README", () => {
  test(
    "shows a configuration that works, in the order that it says",
    { timeout: 60_000 },
    async () => {
      // Another program on another port, since those of the example may be missing and taken here.
      const port = await freePort();
      const server = `require('net').createServer().listen(${port},'127.0.0.1')`;
      const daemon = await startPmd(
        example
          .replace(
            /command="python3[^"]*"/,
            `command="${process.execPath} --eval &quot;${server}&quot;"`,
          )
          .replaceAll("8080", String(port)),
      );
      const worker = await daemon.pid("worker");
      expect(await daemon.statuses()).toMatchObject({
        api: { state: 20, ready: true, group: "web" },
        worker: { state: 20, pid: worker },
      });
      expect(daemon.log()).toMatch(/api: starting → running[^]*worker: (stopped|waiting) → /);
    },
  );
});
