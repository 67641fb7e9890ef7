import { hasCode } from "@dpm/errors";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDependencyGraph } from "./dependency-graph.ts";
import { planStopTurns } from "./stop-turns.ts";
import { defineProcess } from "./testing/define-process.ts";

function codeOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}

describe("the dependency graph", () => {
  it("orders by requires, wants, after and before", () => {
    const { order } = createDependencyGraph([
      defineProcess("web", { requires: ["db"], wants: ["cache"] }),
      defineProcess("late", { after: ["web"] }),
      defineProcess("cache"),
      defineProcess("db"),
      defineProcess("early", { before: ["db"] }),
    ]);
    const rank = (id: string): number => order.indexOf(id);
    expect(rank("early")).toBeLessThan(rank("db"));
    expect(rank("db")).toBeLessThan(rank("web"));
    expect(rank("cache")).toBeLessThan(rank("web"));
    expect(rank("web")).toBeLessThan(rank("late"));
  });

  it("lets low priority numbers go first where dependencies leave a choice", () => {
    const { order } = createDependencyGraph([
      defineProcess("c", { priority: 30 }),
      defineProcess("a", { priority: 10, requires: ["z"] }),
      defineProcess("b", { priority: 20 }),
      defineProcess("z", { priority: 40 }),
    ]);
    expect(order).toEqual(["b", "c", "z", "a"]);
  });

  it("reads a name as an id, a base id or a group", () => {
    const graph = createDependencyGraph([
      defineProcess("worker-0", { baseId: "worker", group: "jobs" }),
      defineProcess("worker-1", { baseId: "worker", group: "jobs", instance: 1 }),
      defineProcess("web", { requires: ["worker"] }),
      defineProcess("first", { before: ["jobs"] }),
      defineProcess("audit", { partOf: ["jobs", "web"] }),
    ]);
    expect(graph.idsOf("worker")).toEqual(["worker-0", "worker-1"]);
    expect(graph.idsOf("nothing")).toEqual([]);
    expect(graph.namesOf("worker-1")).toEqual(["worker-1", "worker", "jobs"]);
    expect(graph.orderNamesOf("worker-0")).toEqual(["first"]);
    expect(graph.partsOf("worker-1")).toEqual(["audit"]);
    expect(graph.order).toEqual(
      ["first", "worker-0", "worker-1", "web", "audit"].toSorted(
        (a, b) => graph.rankOf(a) - graph.rankOf(b),
      ),
    );
    expect(graph.rankOf("first")).toBeLessThan(graph.rankOf("worker-0"));
    expect(graph.rankOf("worker-1")).toBeLessThan(graph.rankOf("web"));
  });

  it("names the members of a cycle, also of one through a group", () => {
    const straight = codeOf(() =>
      createDependencyGraph([
        defineProcess("free"),
        defineProcess("a", { requires: ["b"] }),
        defineProcess("b", { after: ["c"] }),
        defineProcess("c", { wants: ["a"] }),
      ]),
    );
    expect(hasCode(straight, "ERR_DPM_PROCESS_DEPENDENCY_CYCLE")).toBe(true);
    expect(String(straight)).toMatch(/a → b → c → a|b → c → a → b|c → a → b → c/u);
    const throughGroup = codeOf(() =>
      createDependencyGraph([
        defineProcess("x", { group: "g", requires: ["y"] }),
        defineProcess("z", { group: "g" }),
        defineProcess("y", { requires: ["g"] }),
      ]),
    );
    expect(hasCode(throughGroup, "ERR_DPM_PROCESS_DEPENDENCY_CYCLE")).toBe(true);
    expect(String(throughGroup)).not.toMatch(/all:/u);
  });

  it("refuses two processes of one id", () => {
    const error = codeOf(() => createDependencyGraph([defineProcess("a"), defineProcess("a")]));
    expect(hasCode(error, "ERR_DPM_PROCESS_DUPLICATE_ID")).toBe(true);
  });

  it("needs as many edges as names are written, not as many as there are pairs", () => {
    const count = 5000;
    const definitions = [
      ...Array.from({ length: count }, (_, index) => defineProcess(`a${index}`, { group: "a" })),
      ...Array.from({ length: count }, (_, index) =>
        defineProcess(`b${index}`, { group: "b", requires: ["a"] }),
      ),
    ];
    const graph = createDependencyGraph(definitions);
    expect(graph.order).toHaveLength(2 * count);
    expect(graph.predecessorsOf("b0")).toHaveLength(1);
    expect(Math.max(...graph.order.slice(0, count).map((id) => (id.startsWith("a") ? 0 : 1)))).toBe(
      0,
    );
  });
});

describe("the turns of a stop", () => {
  it("begin with those on which nobody in the set depends, and come as dependents go", () => {
    const graph = createDependencyGraph([
      defineProcess("db"),
      defineProcess("app", { requires: ["db"] }),
      defineProcess("web", { requires: ["app"] }),
      defineProcess("lone"),
    ]);
    const turns = planStopTurns(graph, new Set(["db", "app", "web", "lone"]));
    expect(turns.first.toSorted()).toEqual(["lone", "web"]);
    expect(turns.done("lone")).toEqual([]);
    expect(turns.done("web")).toEqual(["app"]);
    expect(turns.done("web")).toEqual([]);
    expect(turns.done("app")).toEqual(["db"]);
  });

  it("do not wait for dependents that are not in the set", () => {
    const graph = createDependencyGraph([
      defineProcess("db"),
      defineProcess("web", { requires: ["db"] }),
    ]);
    expect(planStopTurns(graph, new Set(["db"])).first).toEqual(["db"]);
  });

  it("wait for a whole group of dependents, whichever way the dependency is written", () => {
    const graph = createDependencyGraph([
      defineProcess("db", { before: ["web"] }),
      defineProcess("w0", { group: "web" }),
      defineProcess("w1", { group: "web" }),
      defineProcess("proxy", { requires: ["web"] }),
    ]);
    const turns = planStopTurns(graph, new Set(["db", "w0", "w1", "proxy"]));
    expect(turns.first).toEqual(["proxy"]);
    expect(turns.done("proxy").toSorted()).toEqual(["w0", "w1"]);
    expect(turns.done("w0")).toEqual([]);
    expect(turns.done("w1")).toEqual(["db"]);
  });

  it("give every process of any acyclic set exactly one turn, after all its dependents", () => {
    const dag = fc.array(fc.array(fc.nat(30), { maxLength: 4 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        dag,
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        (edges, chosen) => {
          const definitions = edges.map((targets, index) =>
            defineProcess(`p${index}`, {
              group: index % 3 === 0 ? "third" : null,
              requires: targets.filter((target) => target < index).map((target) => `p${target}`),
            }),
          );
          const graph = createDependencyGraph(definitions);
          const ids = new Set(definitions.map(({ id }) => id).filter((_, index) => chosen[index]));
          const turns = planStopTurns(graph, ids);
          const seen: string[] = [...turns.first];
          for (const id of seen) seen.push(...turns.done(id));
          expect(seen.toSorted()).toEqual([...ids].toSorted());
          const place = new Map(seen.map((id, index) => [id, index]));
          for (const { id, requires } of definitions) {
            for (const dependency of requires) {
              if (!ids.has(id) || !ids.has(dependency)) continue;
              expect(place.get(id)).toBeLessThan(place.get(dependency) ?? -1);
            }
          }
        },
      ),
    );
  });
});
