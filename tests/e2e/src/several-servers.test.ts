import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startDaemon } from "./daemon.ts";

const one = '<processManager><process id="id0" command="sleep 1000"/></processManager>';

/** A port of this machine that nobody listens on. */
async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
  );
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test(
  "several servers answer in one call, and one that is down is a row that says why",
  { timeout: 90_000 },
  async () => {
    const first = await startDaemon(one);
    const second = await startDaemon(one);
    const down = `127.0.0.1:${await closedPort()}`;
    const tokens = join(first.directory, "tokens");
    writeFileSync(
      tokens,
      [first, second]
        .map(
          (daemon) =>
            `${daemon.address} ${readFileSync(join(daemon.stateDirectory, "token"), "utf8").trim()}\n`,
        )
        .join("") + `${down} ${"A".repeat(43)}\n`,
      { mode: 0o600 },
    );
    const servers = [first.address, second.address, down].join(",");
    const ended = await first.pmc("--json", "--server", servers, "--token-file", tokens, "ping");
    expect(ended.status).toBe(69);
    const answer = JSON.parse(ended.stdout) as {
      servers: {
        address: string;
        ok: boolean;
        error?: { code: string; hint?: string };
        processes: { id: string; state: string }[];
      }[];
    };
    expect(answer.servers.map(({ address, ok }) => [address, ok])).toEqual([
      [first.address, true],
      [second.address, true],
      [down, false],
    ]);
    expect(answer.servers[2]?.error?.code).toMatch(/REFUSED/);
    expect(answer.servers[2]?.error?.hint).toBeTruthy();
    const table = await first.pmc("--server", servers, "--token-file", tokens, "ping");
    for (const address of [first.address, second.address, down])
      expect(table.stdout + table.stderr).toContain(address);
    expect(Math.max(...table.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(
      80,
    );
  },
);
