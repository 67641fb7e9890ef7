import { createConnection, createServer, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startDaemon } from "./daemon.ts";

/** Stands between a client and a server and notes whose turn it is, each time that changes. */
async function turnTaker(address: string): Promise<{ address: string; turns: string[] }> {
  const turns: string[] = [];
  const open = new Set<Socket>();
  const [host, port] = address.split(":");
  const pass = (from: Socket, to: Socket, who: string): void => {
    open.add(from);
    from.on("error", () => {});
    from.on("close", () => to.destroy());
    from.on("data", (data) => {
      if (turns.at(-1) !== who) turns.push(who);
      to.write(data);
    });
  };
  const server = createServer((client) => {
    const upstream = createConnection({ host, port: Number(port) });
    pass(client, upstream, "client");
    pass(upstream, client, "server");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, turns };
}

test(
  "a ping of 1,000 processes is the handshake and one more round trip",
  { timeout: 60_000 },
  async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `process-${index}`);
    const daemon = await startDaemon(
      `<processManager><defaults command="sleep 1000" autostart="false"/>${names.map((id) => `<process id="${id}"/>`).join("")}</processManager>`,
    );
    const between = await turnTaker(daemon.address);
    const token = join(daemon.stateDirectory, "token");
    const ended = await daemon.pmc(
      "--json",
      "--server",
      between.address,
      "--token-file",
      token,
      "ping",
    );
    const answer = JSON.parse(ended.stdout) as { servers: { processes: { id: string }[] }[] };
    expect(answer.servers[0]?.processes.map(({ id }) => id).toSorted()).toEqual(names.toSorted());
    // Hello, Welcome, Proof with the Request, and the whole answer.
    expect(between.turns).toEqual(["client", "server", "client", "server"]);
  },
);
