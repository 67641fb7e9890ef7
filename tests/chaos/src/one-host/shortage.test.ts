import { connect, type Socket } from "node:net";
import { isAlive, waitUntil } from "@dpm/test-kit";
import { processState } from "@dpm/pdu";
import { expect, test } from "vitest";
import { hasStrace } from "../faults/system-calls.ts";
import { inject } from "../stage/inject.ts";
import { openStage, otherPid, uniqueSleep } from "../stage/open-stage.ts";

test.skipIf(!hasStrace)(
  "F11: while no process can be made, none is shown running; then it comes by itself",
  { timeout: 120_000 },
  async () => {
    const one = uniqueSleep();
    const stage = await openStage(
      `<process id="one" command="${one.command}" restart="always" startSecs="0s"/>`,
    );
    const before = await otherPid(stage, "one", undefined);
    const fault = await inject(stage.pid, "clone,clone3,vfork,fork:error=EAGAIN");
    process.kill(before, "SIGKILL");
    await waitUntil(() => !isAlive(before));
    const until = performance.now() + 3_000;
    while (performance.now() < until) {
      const status = (await stage.statuses()).get("one");
      const isShown = status?.state === processState.running && status.pid !== before;
      expect([isShown, one.pids()]).toEqual([false, []]);
    }
    await fault.end();
    await otherPid(stage, "one", before);
    expect(one.pids()).toHaveLength(1);
  },
);

test(
  "F10: with every descriptor taken by clients, supervision goes on once there are some, and clients are answered",
  { timeout: 120_000 },
  async () => {
    const one = uniqueSleep();
    const stage = await openStage(
      `<process id="one" command="${one.command}" restart="always" startSecs="0s"/>`,
      {
        prefix: ["prlimit", "--nofile=80:80"],
      },
    );
    const before = await otherPid(stage, "one", undefined);
    const idle = await Promise.all(Array.from({ length: 120 }, () => idleConnection(stage.socket)));
    process.kill(before, "SIGKILL");
    await waitUntil(() => !isAlive(before));
    for (const socket of idle) socket.destroy();
    await otherPid(stage, "one", before);
    expect(one.pids()).toHaveLength(1);
    expect(isAlive(stage.pid)).toBe(true);
  },
);

function idleConnection(path: string): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(path);
    // Refused or accepted: what counts is that pmd is kept busy.
    socket.once("connect", () => resolve(socket)).once("error", () => resolve(socket));
  });
}
