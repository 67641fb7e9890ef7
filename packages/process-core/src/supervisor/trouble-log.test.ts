import { describe, expect, it } from "vitest";
import { createFakeClock } from "../testing/index.ts";
import { createTroubleLog, messageOf } from "./trouble-log.ts";

describe("the log of troubles", () => {
  it("counts equal troubles and keeps the moment of the first", async () => {
    const clock = createFakeClock();
    const log = createTroubleLog(clock);
    const since = clock.wallMs();
    log.report("store", "no space");
    await clock.advance(5000);
    log.report("store", "no space");
    log.report("internal", "a bug");
    expect(log.list()).toEqual([
      { kind: "store", message: "no space", since, count: 2 },
      { kind: "internal", message: "a bug", since: since + 5000, count: 1 },
    ]);
  });

  it("forgets what is over, and nothing else", () => {
    const log = createTroubleLog(createFakeClock());
    log.report("store", "no space");
    log.report("store", "history is lost");
    log.report("internal", "a bug");
    log.clear("store");
    expect(log.list().map(({ kind }) => kind)).toEqual(["internal"]);
  });

  it("does not grow without bound, however many different troubles there are", () => {
    const log = createTroubleLog(createFakeClock());
    for (let index = 0; index < 1000; index += 1) log.report("internal", `bug ${index}`);
    expect(log.list()).toHaveLength(32);
    log.report("internal", "bug 0");
    expect(log.list()[0]).toMatchObject({ message: "bug 0", count: 2 });
  });

  it("lets held-back hooks be forgotten ten minutes after the last one", async () => {
    const clock = createFakeClock();
    const log = createTroubleLog(clock);
    log.report("hook", "held back");
    await clock.advance(599_999);
    log.report("hook", "held back");
    await clock.advance(599_999);
    expect(log.list()).toHaveLength(1);
    await clock.advance(1);
    expect(log.list()).toEqual([]);
  });

  it("reads whatever was thrown", () => {
    expect(messageOf(new Error("broken"))).toBe("broken");
    expect(messageOf("just a text")).toBe("just a text");
    expect(messageOf(null)).toBe("null");
  });
});
