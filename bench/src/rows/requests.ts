import { breathMs, type Row } from "../row.ts";
import type { Requests } from "../system.ts";
import { whole } from "../table/number.ts";

const present = 100;

/** How many requests a second some connections carry, each kept as full as its protocol allows. */
async function rate(connections: readonly Requests[], measuredMs: number): Promise<number> {
  const untilMs = performance.now() + measuredMs;
  let answered = 0;
  const askOn = async (connection: Requests): Promise<void> => {
    while (performance.now() < untilMs) {
      await connection.ask();
      answered += 1;
    }
  };
  const began = performance.now();
  await Promise.all(
    connections.flatMap((connection) =>
      Array.from({ length: connection.inFlight }, () => askOn(connection)),
    ),
  );
  return (answered * 1_000) / (performance.now() - began);
}

/** The state of one service, asked for again and again by one client process. */
export const requests: Row = {
  id: "requests",
  lines: () => [
    {
      title: "requests per second, 1 connection / 16",
      cell: ({ one, sixteen }) => `${whole(one)} / ${whole(sixteen)}`,
      aim: "≥ 50,000 pipelined",
    },
  ],
  setup: ({ services }) => ({ kind: "sleepers", count: Math.min(present, services) }),
  needs: "running",
  fits: ({ name }) => name === "supervisord" || name === "ours",
  async measure({ manager }, scale) {
    const ms = breathMs(scale);
    const { connect } = manager;
    if (connect === undefined) throw new Error("it has no connections");
    const connections = await Promise.all(Array.from({ length: 16 }, connect));
    // Compiled and warm on both sides.
    await rate(connections, ms);
    const figures = {
      one: await rate(connections.slice(0, 1), ms),
      sixteen: await rate(connections, ms),
    };
    for (const connection of connections) connection.close();
    return figures;
  },
};
