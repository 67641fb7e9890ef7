import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect as connectTcp, type Socket } from "node:net";
import { join } from "node:path";
import { waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { configured, guardiansOf, startPmd } from "./running-daemon.ts";

const canLimit = existsSync("/usr/bin/prlimit");
const most = 500;

/**
 * Lowers the limit to what the process has open and some more: what clients take from it is free again when they go,
 * while nothing would ever be free under a limit that is reached already.
 */
function leaveRoomFor(descriptors: number, pid: number): void {
  const highest = Math.max(...readdirSync(`/proc/${pid}/fd`).map(Number));
  execFileSync("/usr/bin/prlimit", [`--pid=${pid}`, `--nofile=${highest + 1 + descriptors}:`]);
}

/** Connects until somebody is turned away, and answers all that were opened. */
async function exhaust(address: string): Promise<readonly Socket[]> {
  const port = Number(address.split(":").at(-1));
  const sockets: Socket[] = [];
  const turnedAway = new Set<Socket>();
  while (turnedAway.size === 0 && sockets.length < most) {
    const socket = connectTcp({ host: "127.0.0.1", port });
    const away = (): void => void turnedAway.add(socket);
    socket.on("error", away).on("end", away);
    sockets.push(socket);
    onTestFinished(() => void socket.destroy());
    await new Promise<void>((resolve) => {
      socket.once("connect", () => resolve()).once("close", () => resolve());
    });
  }
  await waitUntil(() => turnedAway.size > 0, { what: "a client that is turned away" });
  return sockets;
}

test.runIf(canLimit)(
  "without a free descriptor who comes is turned away, who is there is answered, and all is well when there are some again",
  { timeout: 60_000 },
  async () => {
    const daemon = await startPmd(
      configured(
        `<process id="a" command="sleep 1000"/><process id="b" command="sleep 1000" autostart="false"/>`,
      ),
    );
    const { pid } = daemon.published;
    const service = await daemon.pid("a");
    const early = await daemon.connect();
    leaveRoomFor(10, pid);
    const sockets = await exhaust(daemon.address);

    const states = new Map<string, number>();
    for await (const result of early.request({ ping: {} })) {
      if (result.payload !== "processes") continue;
      for (const { status } of result.processes.rows)
        if (status !== null) states.set(status.id, status.state);
    }
    expect(states).toEqual(
      new Map([
        ["a", 20],
        ["b", 0],
      ]),
    );
    // Cheap while it lasts: nobody turns round and round on the waiting clients.
    const before = busyTicks(pid);
    await new Promise((resolve) => void setTimeout(resolve, 500));
    expect(busyTicks(pid) - before).toBeLessThan(25);

    for (const socket of sockets) socket.destroy();
    const again = await waitUntil(() => daemon.statuses().catch(() => null), {
      what: "an answer to a new client",
      deadlineMs: 20_000,
    });
    expect(again["a"]).toMatchObject({ pid: service, restarts: 0 });
    await daemon.rows({ start: { selector: { ids: ["b"] } } });
    expect(await daemon.pid("b")).toBeGreaterThan(0);
  },
);

test.runIf(canLimit)(
  "a guardian that dies while there is no free descriptor is a trouble, and made again when there is one",
  { timeout: 60_000 },
  async () => {
    const daemon = await startPmd(configured(`<process id="a" command="sleep 1000"/>`), {
      words: ["--detached"],
    });
    const { pid } = daemon.published;
    const service = await daemon.pid("a");
    const log = (): string => readFileSync(join(daemon.stateDirectory, "log/pmd.log"), "utf8");
    const guardians = (): readonly number[] => guardiansOf(daemon.stateDirectory);
    const [first = 0] = guardians();
    leaveRoomFor(10, pid);
    const sockets = await exhaust(daemon.address);
    process.kill(first, "SIGKILL");
    // The end of the first one gave back one descriptor, and another takes two.
    await waitUntil(() => /its guardian is gone: [^"]*EMFILE/.test(log()), {
      what: "the trouble with its reason",
      deadlineMs: 20_000,
    });
    for (const socket of sockets) socket.destroy();
    const [second] = await waitUntil(
      () => {
        const found = guardians();
        return found.length === 1 && !found.includes(first) && found;
      },
      { what: "another guardian", deadlineMs: 20_000 },
    );
    expect(second).not.toBe(first);
    expect((await daemon.statuses())["a"]).toMatchObject({ pid: service, restarts: 0 });
    daemon.program.signal("SIGTERM");
    expect(await daemon.program.ended).toEqual({ code: 0, signal: null });
    expect(guardians()).toEqual([]);
  },
);

/** The processor time of a process, in hundredths of a second. */
function busyTicks(pid: number): number {
  const stat = execFileSync("/bin/cat", [`/proc/${pid}/stat`], { encoding: "utf8" });
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}
