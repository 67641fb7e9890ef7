import { describe, expect, it } from "vitest";
import { createProgressBoard, progressOf } from "./dependency-progress.ts";
import { neverStarted, type ProcessState, type Situation } from "./states.ts";

const instance = { pid: 1, startIdentity: "1", startedAt: 0 };

function situation(state: ProcessState, overrides: Partial<Situation> = {}): Situation {
  return { ...neverStarted, desired: "up", state, ...overrides };
}

const namesOf = (id: string): readonly string[] => [id, "group"];

function why(state: ProcessState, enabled = true): unknown {
  return progressOf(situation(state, { reason: "program not found" }), enabled);
}

describe("the progress of a process", () => {
  it("is ready when it is ready, or has done as expected what it had to do", () => {
    const running: ProcessState = { kind: "running", launch: 1, instance, sinceMs: 0 };
    expect(progressOf(situation(running, { ready: true }), true).kind).toBe("ready");
    expect(progressOf(situation(running), true).kind).toBe("pending");
    expect(progressOf(situation({ kind: "exited", expected: true }), true).kind).toBe("ready");
    expect(progressOf(situation({ kind: "exited", expected: false }), true).kind).toBe("failed");
  });

  it("is failed for one that is about to be stopped, though it runs", () => {
    const running: ProcessState = { kind: "running", launch: 1, instance, sinceMs: 0 };
    expect(progressOf(situation(running, { ready: true, desired: "down" }), true)).toEqual({
      kind: "failed",
      why: "is about to be stopped",
    });
  });

  it("is pending while something may still come of it", () => {
    expect(progressOf(situation({ kind: "starting", launch: 1 }), true).kind).toBe("pending");
    expect(progressOf(situation({ kind: "waiting", by: [], failure: null }), true).kind).toBe(
      "pending",
    );
    expect(
      progressOf(situation({ kind: "backoff", notBeforeMs: 0, passing: true }), true).kind,
    ).toBe("pending");
  });

  it("names why nothing comes of it", () => {
    expect(why({ kind: "stopped" })).toEqual({ kind: "failed", why: "is stopped" });
    expect(why({ kind: "stopped" }, false)).toEqual({ kind: "failed", why: "is disabled" });
    expect(why({ kind: "fatal" })).toEqual({ kind: "failed", why: "failed: program not found" });
    expect(why({ kind: "backoff", notBeforeMs: 0, passing: false })).toEqual({
      kind: "failed",
      why: "failed: program not found",
    });
    expect(why({ kind: "waiting", by: ["x"], failure: "requires x" })).toEqual({
      kind: "failed",
      why: "can't start: requires x",
    });
  });
});

describe("the board of progress", () => {
  it("answers with the names whose sum changed, and with nothing when none did", () => {
    const board = createProgressBoard(namesOf);
    expect(board.note("a", { kind: "pending" })).toEqual(["a", "group"]);
    expect(board.note("b", { kind: "pending" })).toEqual(["b"]);
    expect(board.note("b", { kind: "pending" })).toEqual([]);
    expect(board.note("a", { kind: "ready" })).toEqual(["a"]);
    expect(board.note("b", { kind: "ready" })).toEqual(["b", "group"]);
    expect(board.sumOf("group")).toEqual({ isPending: false, failed: null });
  });

  it("names one that failed, and another when the first recovers", () => {
    const board = createProgressBoard(namesOf);
    board.note("a", { kind: "failed", why: "is stopped" });
    board.note("b", { kind: "failed", why: "is disabled" });
    expect(board.sumOf("group")?.failed).toEqual({ id: "a", why: "is stopped" });
    board.note("a", { kind: "ready" });
    expect(board.sumOf("group")?.failed).toEqual({ id: "b", why: "is disabled" });
    expect(board.note("b", { kind: "ready" })).toEqual(["b", "group"]);
    expect(board.sumOf("group")?.failed).toBeNull();
  });

  it("tells that the only failed one has another reason now", () => {
    const board = createProgressBoard((id) => [id]);
    board.note("a", { kind: "failed", why: "is stopped" });
    expect(board.note("a", { kind: "failed", why: "failed: no such program" })).toEqual(["a"]);
  });

  it("knows nothing of a name that means nothing", () => {
    expect(createProgressBoard(namesOf).sumOf("nobody")).toBeNull();
  });
});
