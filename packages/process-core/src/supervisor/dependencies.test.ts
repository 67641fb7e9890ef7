import { describe, expect, it } from "vitest";
import type { LaunchFailure } from "../model/instance.ts";
import { createHarness, defineProcess } from "../testing/index.ts";

const missing: LaunchFailure = {
  stage: "program",
  errno: "ENOENT",
  path: "/no/such",
  passing: false,
};
const probe = {
  check: { kind: "tcp", host: "127.0.0.1", port: 1 } as const,
  initialDelayMs: 0,
  periodMs: 1000,
  timeoutMs: 500,
  successThreshold: 1,
  failureThreshold: 3,
};

describe("dependencies", () => {
  it("are waited for until they are ready, while what is free starts at once", async () => {
    const harness = createHarness();
    harness.prober.answer = () => ({ kind: "failed", reason: "no" });
    await harness.begin(
      defineProcess("web", { requires: ["db"] }),
      defineProcess("db", { readiness: probe }),
      defineProcess("free"),
    );
    expect(harness.engine.spawns.map(({ id }) => id)).toEqual(["db", "free"]);
    expect(harness.status("web")).toMatchObject({
      state: "waiting",
      reason: "waits for db",
      desired: "up",
    });
    harness.prober.answer = () => ({ kind: "passed" });
    await harness.clock.advance(1000);
    expect(harness.status("web").state).toBe("running");
  });

  it("are started too by the start of what requires or wants them, whoever is not asked for by name", async () => {
    const harness = createHarness();
    const manual = { autostart: false };
    await harness.begin(
      defineProcess("web", { ...manual, requires: ["db"], wants: ["cache"], after: ["other"] }),
      defineProcess("db", { ...manual, requires: ["disk"] }),
      defineProcess("disk", manual),
      defineProcess("cache", manual),
      defineProcess("other", manual),
    );
    const rows = await harness.start("web");
    expect(rows).toMatchObject([{ ok: true, status: { id: "web" } }]);
    expect(harness.engine.spawns.map(({ id }) => id)).toEqual(["disk", "cache", "db", "web"]);
  });

  it("that fail keep from starting what requires them, with the cause named, and not what only wants them", async () => {
    const harness = createHarness();
    const manual = { autostart: false };
    harness.engine.behave("db", { failure: missing });
    await harness.begin(
      defineProcess("db", manual),
      defineProcess("needy", { ...manual, requires: ["db"] }),
      defineProcess("deep", { ...manual, requires: ["needy"] }),
      defineProcess("easy", { ...manual, wants: ["db"] }),
    );
    const rows = await harness.start("needy", "deep", "easy");
    expect(rows.map(({ ok, error }) => (ok ? "ok" : error?.message))).toEqual([
      "needy can't start: requires db, which failed: program not found: /no/such (ENOENT)",
      "deep can't start: requires needy, which can't start: requires db, which failed: program not found: /no/such (ENOENT)",
      "ok",
    ]);
    expect(rows[0]?.error?.code).toBe("ERR_DPM_PROCESS_DEPENDENCY_FAILED");
    expect(harness.status("needy")).toMatchObject({ state: "waiting", desired: "up" });
  });

  it("that come back after a failure let start what waits for them", async () => {
    const harness = createHarness();
    harness.engine.behave("db", { failure: missing });
    await harness.begin(defineProcess("db"), defineProcess("web", { requires: ["db"] }));
    expect(harness.status("web").state).toBe("waiting");
    harness.engine.behave("db", {});
    await harness.clock.advance(2000);
    expect(harness.status("db").state).toBe("running");
    expect(harness.status("web").state).toBe("running");
  });

  it("that do not exist or are disabled are named", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("off", { enabled: false }),
      defineProcess("a", { requires: ["off"] }),
      defineProcess("b", { requires: ["ghost"] }),
      defineProcess("c", { wants: ["ghost", "off"], after: ["ghost"] }),
    );
    expect(harness.status("a").reason).toBe("requires off, which is disabled");
    expect(harness.status("b").reason).toBe("requires ghost, which does not exist");
    expect(harness.status("c").state).toBe("running");
  });

  it("are satisfied by a job that ended well, and not by one that failed", async () => {
    const harness = createHarness();
    const job = { restart: "no", startSecsMs: 0 } as const;
    harness.prober.answer = () => ({ kind: "failed", reason: "no" });
    await harness.begin(
      defineProcess("good", { ...job, readiness: probe }),
      defineProcess("bad", { ...job, readiness: probe }),
      defineProcess("afterGood", { requires: ["good"] }),
      defineProcess("afterBad", { requires: ["bad"] }),
    );
    harness.engine.end("good", { kind: "exited", code: 0 });
    harness.engine.end("bad", { kind: "exited", code: 1 });
    await harness.clock.settle();
    expect(harness.status("afterGood").state).toBe("running");
    expect(harness.status("afterBad")).toMatchObject({ state: "waiting" });
    expect(harness.status("afterBad").reason).toContain("exited with code 1");
  });

  it("on a group wait for all of it", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("s0", { group: "stores" }),
      defineProcess("s1", { group: "stores", readiness: probe }),
      defineProcess("web", { requires: ["stores"] }),
    );
    harness.prober.answer = () => ({ kind: "passed" });
    expect(harness.status("web").state).toBe("waiting");
    await harness.clock.advance(1000);
    expect(harness.status("web").state).toBe("running");
  });

  it("stop in reverse order, each when its dependents are gone", async () => {
    const harness = createHarness();
    for (const id of ["db", "app", "web"]) harness.engine.behave(id, { endsAfterMs: 1000 });
    await harness.begin(
      defineProcess("db"),
      defineProcess("app", { requires: ["db"] }),
      defineProcess("web", { after: ["app"] }),
    );
    const rows = harness.stop("db", "app", "web");
    await harness.clock.advance(500);
    expect(harness.status("db")).toMatchObject({ state: "running", desired: "down" });
    await harness.clock.advance(3000);
    expect((await rows).every(({ ok }) => ok)).toBe(true);
    const order = harness.engine.signals
      .filter(({ signal }) => signal === "SIGTERM")
      .map(({ id }) => id);
    expect(order).toEqual(["web", "app", "db"]);
  });

  it("do not restart a process that dies while it waits for its turn to stop", async () => {
    const harness = createHarness();
    harness.engine.behave("web", { endsAfterMs: 1000 });
    await harness.begin(
      defineProcess("db", { restart: "always" }),
      defineProcess("web", { requires: ["db"] }),
    );
    const rows = harness.stop("db", "web");
    await harness.clock.advance(10);
    harness.engine.end("db", { kind: "exited", code: 1 });
    await harness.clock.advance(2000);
    expect((await rows).every(({ ok }) => ok)).toBe(true);
    expect(harness.engine.spawns.filter(({ id }) => id === "db")).toHaveLength(1);
  });

  it("leave alone what depends on a stopped one, except what is part of it", async () => {
    const harness = createHarness();
    await harness.begin(
      defineProcess("db"),
      defineProcess("web", { requires: ["db"] }),
      defineProcess("exporter", { partOf: ["db"] }),
      defineProcess("gauge", { partOf: ["exporter"] }),
    );
    await harness.stop("db");
    await harness.clock.settle();
    expect(["db", "web", "exporter", "gauge"].map((id) => harness.status(id).state)).toEqual([
      "stopped",
      "running",
      "stopped",
      "stopped",
    ]);
    await harness.start("db", "exporter");
    const pid = harness.status("exporter").pid;
    await harness.restart("db");
    await harness.clock.settle();
    expect(harness.status("exporter").pid).not.toBe(pid);
    expect(harness.status("gauge").state).toBe("stopped");
  });

  it("start with the daemon unless a person stopped them", async () => {
    const harness = createHarness();
    await harness.begin(defineProcess("db"), defineProcess("web", { requires: ["db"] }));
    await harness.stop("web", "db");
    await harness.start("web");
    expect(harness.status("db").state).toBe("running");
    await harness.stop("db");
    await harness.supervisor.shutdown({ leave: false, timeoutMs: 1000 });
    const next = harness.successor();
    await next.begin(defineProcess("db"), defineProcess("web", { requires: ["db"] }));
    expect(next.status("db").state).toBe("stopped");
    expect(next.status("web")).toMatchObject({
      state: "waiting",
      reason: "requires db, which is stopped",
    });
  });
});

describe("many processes", () => {
  it("start in time that grows with their number and not with its square, at most so many at once", async () => {
    const harness = createHarness({ maxConcurrentStarts: 8 });
    const count = 3000;
    const definitions = Array.from({ length: count }, (_, index) =>
      defineProcess(`p${index}`, {
        group: index % 2 === 0 ? "even" : "odd",
        wants: index % 2 === 0 ? [] : ["even"],
      }),
    );
    const began = performance.now();
    await harness.begin(...definitions);
    for (let round = 0; round < 100; round += 1) await harness.clock.settle();
    expect(harness.supervisor.status().filter(({ state }) => state === "running")).toHaveLength(
      count,
    );
    await harness.stop(...definitions.map(({ id }) => id));
    expect(harness.engine.breaches).toEqual([]);
    // Quadratic work would take minutes; this takes a fraction of a second on an idle machine.
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
