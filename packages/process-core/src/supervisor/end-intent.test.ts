import { describe, expect, it } from "vitest";
import {
  createMortal,
  defineProcess,
  type Harness,
  type MortalPorts,
  succeed,
} from "../testing/index.ts";

type Definition = ReturnType<typeof defineProcess>;

/** A daemon that dies when the signals of an end have just been sent and nothing of that is saved. */
async function dieAtSignal(
  definition: Definition,
  end: (harness: Harness) => Promise<unknown>,
): Promise<{ readonly harness: Harness; readonly ports: MortalPorts }> {
  const { harness, ports } = createMortal();
  await harness.begin(definition);
  expect(harness.engine.aliveOf("a")).toBe(1);
  harness.engine.behave("a", {});
  harness.store.hold();
  harness.store.noteIntents();
  void end(harness);
  ports.die();
  await harness.clock.settle();
  harness.store.release();
  expect(harness.engine.aliveOf("a")).toBe(0);
  return { harness, ports };
}

// By its policy such a process stays down after an end with success, and SIGTERM is one.
const once = defineProcess("a", { restart: "on-failure" });

describe("the death of a daemon in an end", () => {
  it("leaves the new instance that was asked for to the next daemon, whatever the policy says", async () => {
    const { harness } = await dieAtSignal(once, (harness) => harness.restart("a"));
    const next = succeed(harness);
    await next.begin(once);
    expect(next.status("a")).toMatchObject({ state: "running", desired: "up", restarts: 0 });
    expect(next.engine.breaches).toEqual([]);
  });

  it("leaves a stop that was asked for a stop, whatever the policy says", async () => {
    const always = defineProcess("a", { restart: "always" });
    const { harness } = await dieAtSignal(always, (harness) => harness.stop("a"));
    const next = succeed(harness);
    await next.begin(always);
    expect(next.status("a")).toMatchObject({ state: "stopped", desired: "down" });
    expect(next.engine.aliveOf("a")).toBe(0);
  });

  it("in a shutdown lets the process be started by the next daemon", async () => {
    const { harness } = await dieAtSignal(once, (harness) =>
      harness.supervisor.shutdown({ leave: false, timeoutMs: 1000 }),
    );
    const next = succeed(harness);
    await next.begin(once);
    expect(next.status("a").state).toBe("running");
  });

  it("is no obstacle to an end that can't be written down", async () => {
    const { harness } = createMortal();
    await harness.begin(once);
    harness.store.fail("ENOSPC");
    void harness.stop("a");
    await harness.clock.settle();
    expect(harness.status("a").state).toBe("stopped");
  });
});

/** A daemon that dies while its process takes its time to end. */
async function dieWhileItEnds(
  definition: Definition,
  end: (harness: Harness) => Promise<unknown>,
  { saved }: { readonly saved: boolean },
): Promise<Harness> {
  const { harness, ports } = createMortal();
  harness.engine.behave("a", { endsAfterMs: 4000 });
  await harness.begin(definition);
  if (!saved) {
    harness.store.fail("EIO");
    harness.store.noteIntents();
  }
  void end(harness);
  await harness.clock.settle();
  ports.die();
  harness.store.fail(null);
  harness.engine.behave("a", {});
  expect(harness.engine.aliveOf("a")).toBe(1);
  return succeed(harness);
}

describe("the death of a daemon while a process ends slowly", () => {
  it.each([
    ["restart", (harness: Harness) => harness.restart("a")],
    [
      "shutdown",
      (harness: Harness) => harness.supervisor.shutdown({ leave: false, timeoutMs: 9000 }),
    ],
  ])("lets the next one start it when it is gone: %s", async (_name, end) => {
    const next = await dieWhileItEnds(once, end, { saved: true });
    const told = next.engine.signals.length;
    await next.begin(once);
    expect(next.status("a")).toMatchObject({ state: "stopping", desired: "up" });
    // Some programs take a second signal for impatience.
    expect(next.engine.signals).toHaveLength(told);
    await next.clock.advance(4000);
    expect(next.status("a")).toMatchObject({ state: "running", desired: "up" });
    expect(next.engine.spawns).toHaveLength(2);
    expect(next.engine.breaches).toEqual([]);
  });

  it("lets a stop be a stop", async () => {
    const next = await dieWhileItEnds(once, (harness) => harness.stop("a"), { saved: true });
    await next.begin(once);
    await next.clock.advance(4000);
    expect(next.status("a")).toMatchObject({ state: "stopped", desired: "down" });
  });

  it("has it told once more where nobody knows whether it was", async () => {
    const next = await dieWhileItEnds(once, (harness) => harness.restart("a"), { saved: false });
    const told = next.engine.signals.length;
    await next.begin(once);
    expect(next.engine.signals.slice(told).map(({ signal }) => signal)).toEqual([
      "SIGTERM",
      "SIGCONT",
    ]);
    await next.clock.advance(4000);
    expect(next.status("a").state).toBe("running");
  });

  it("ends by SIGKILL what does not end in the time of the next one", async () => {
    const stubborn = defineProcess("a", { stopTimeoutMs: 1000 });
    const next = await dieWhileItEnds(stubborn, (harness) => harness.restart("a"), {
      saved: true,
    });
    await next.begin(stubborn);
    await next.clock.advance(1000);
    expect(next.status("a").state).toBe("running");
    expect(next.engine.breaches).toEqual([]);
  });
});
