import { describe, expect, it } from "vitest";
import { createDependencyGraph } from "../dependency-graph.ts";
import type { ProcessDefinition } from "../model/process-definition.ts";
import { neverStarted, type ProcessState, type Situation } from "../states.ts";
import { defineProcess } from "../testing/index.ts";
import { createDependencyGate, type DependencyGate } from "./dependency-gate.ts";
import { createEntry, type ProcessEntry } from "./process-entry.ts";

const running: ProcessState = {
  kind: "running",
  launch: 1,
  instance: { pid: 1, startIdentity: "1", startedAt: 0 },
  sinceMs: 0,
};
const starting: ProcessState = { kind: "starting", launch: 1 };
const waiting: ProcessState = { kind: "waiting", by: [], failure: null };

function situation(state: ProcessState, overrides: Partial<Situation> = {}): Situation {
  return { ...neverStarted, desired: "up", state, ready: state.kind === "running", ...overrides };
}

interface Scene {
  readonly gate: DependencyGate;
  readonly entry: (id: string) => ProcessEntry;
  /** Changes a situation; answers with the ids that wait for it. */
  readonly become: (id: string, next: Situation) => readonly string[];
}

function createScene(...definitions: readonly ProcessDefinition[]): Scene {
  const graph = createDependencyGraph(definitions);
  const gate = createDependencyGate(graph);
  const entries = new Map(
    definitions.map((definition) => [definition.id, createEntry(definition, neverStarted, 0)]),
  );
  gate.reset(graph, entries.values());
  const entry = (id: string): ProcessEntry => {
    const found = entries.get(id);
    if (found === undefined) throw new Error(`no entry ${id}`);
    return found;
  };
  return {
    gate,
    entry,
    become: (id, next) => {
      const changed = entry(id);
      changed.situation = next;
      return gate.note(changed);
    },
  };
}

describe("the gate of dependencies", () => {
  it("is open for what depends on nothing", () => {
    const { gate, entry } = createScene(defineProcess("a"));
    expect(gate.gateOf(entry("a"))).toEqual({ kind: "open" });
  });

  it("waits for a requirement that is on its way, opens when it is ready, fails when nothing comes of it", () => {
    const { gate, entry, become } = createScene(
      defineProcess("db"),
      defineProcess("web", { requires: ["db"] }),
    );
    expect(gate.gateOf(entry("web"))).toEqual({
      kind: "failed",
      by: ["db"],
      cause: "requires db, which is stopped",
    });
    become("db", situation(starting));
    expect(gate.gateOf(entry("web"))).toEqual({ kind: "waiting", by: ["db"] });
    become("db", situation(running));
    expect(gate.gateOf(entry("web"))).toEqual({ kind: "open" });
  });

  it("waits for what is only wanted or ordered while it is on its way, and never fails for it", () => {
    const { gate, entry, become } = createScene(
      defineProcess("cache"),
      defineProcess("log"),
      defineProcess("first", { before: ["web"] }),
      defineProcess("web", { wants: ["cache"], after: ["log"] }),
    );
    expect(gate.gateOf(entry("web"))).toEqual({ kind: "open" });
    for (const id of ["cache", "log", "first"]) {
      become(id, situation(starting));
      expect(gate.gateOf(entry("web"))).toEqual({ kind: "waiting", by: [id] });
      become(id, situation({ kind: "fatal" }));
      expect(gate.gateOf(entry("web"))).toEqual({ kind: "open" });
    }
  });

  it("names the member of a group that failed", () => {
    const { gate, entry, become } = createScene(
      defineProcess("s0", { group: "stores" }),
      defineProcess("s1", { group: "stores" }),
      defineProcess("web", { requires: ["stores"] }),
    );
    become("s0", situation(running));
    expect(gate.gateOf(entry("web"))).toMatchObject({
      kind: "failed",
      cause: "requires stores with s1, which is stopped",
    });
    become("s1", situation(starting));
    expect(gate.gateOf(entry("web"))).toEqual({ kind: "waiting", by: ["stores"] });
    become("s1", situation(running));
    expect(gate.gateOf(entry("web"))).toEqual({ kind: "open" });
  });

  it("wakes those that wait, when something changes for them, and nobody else", () => {
    const { become } = createScene(
      defineProcess("db"),
      defineProcess("web", { requires: ["db"] }),
      defineProcess("other", { requires: ["db"] }),
      defineProcess("idle", { requires: ["db"] }),
    );
    become("web", situation(waiting));
    become("other", situation(waiting));
    expect(become("db", situation(starting))).toEqual(["web", "other"]);
    expect(become("db", situation(running, { ready: false }))).toEqual([]);
    become("other", situation(starting));
    expect(become("db", situation(running))).toEqual(["web"]);
    become("web", situation(starting));
    expect(become("db", situation({ kind: "fatal" }))).toEqual([]);
  });

  it("holds back what depends on one that is to be replaced, though the old one is still ready", () => {
    const { gate, entry, become } = createScene(
      defineProcess("db"),
      defineProcess("web", { requires: ["db"] }),
    );
    become("db", situation(running));
    entry("db").awaitsRestart = true;
    gate.note(entry("db"));
    expect(gate.gateOf(entry("web"))).toEqual({ kind: "waiting", by: ["db"] });
    entry("db").awaitsRestart = false;
    gate.note(entry("db"));
    expect(gate.gateOf(entry("web"))).toEqual({ kind: "open" });
  });

  it("looks at everything anew when the configuration changes", () => {
    const { gate, entry, become } = createScene(
      defineProcess("db"),
      defineProcess("web", { requires: ["db"] }),
    );
    become("web", situation(waiting));
    const web = entry("web");
    web.definition = defineProcess("web");
    gate.reset(createDependencyGraph([entry("db").definition, web.definition]), [entry("db"), web]);
    expect(gate.gateOf(web)).toEqual({ kind: "open" });
    expect(become("db", situation(running))).toEqual([]);
  });
});
