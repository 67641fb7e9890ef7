import { isDpmError } from "@dpm/errors";
import { describe, expect, it } from "vitest";
import { selectProcesses, type Selectable, type Selection } from "./selection.ts";

const processes: readonly Selectable[] = [
  { id: "web-1", baseId: "web", group: "front", pid: 11 },
  { id: "web-0", baseId: "web", group: "front", pid: 10 },
  { id: "id-0", baseId: "id-0", group: null, pid: null },
  { id: "db", baseId: "db", group: "back", pid: 12 },
  { id: "db.test", baseId: "db.test", group: "back", pid: null },
];

const select = (selection: Selection): string[] => selectProcesses(processes, selection);

function missingOf(selection: Selection): unknown {
  try {
    return select(selection);
  } catch (error) {
    return isDpmError(error) ? [error.code, error.details] : error;
  }
}

describe("a selection", () => {
  it("means all when nothing is given", () => {
    expect(select({})).toEqual(["web-1", "web-0", "id-0", "db", "db.test"]);
    expect(select({ ids: [], groups: [], pids: [] })).toHaveLength(5);
  });

  it("finds ids, base ids, groups, pids and globs, each process once and in the order of definition", () => {
    expect(select({ ids: ["db", "web-0", "db"] })).toEqual(["web-0", "db"]);
    expect(select({ ids: ["web"] })).toEqual(["web-1", "web-0"]);
    expect(select({ groups: ["back"], pids: [11] })).toEqual(["web-1", "db", "db.test"]);
    expect(select({ ids: ["web-*"] })).toEqual(["web-1", "web-0"]);
    expect(select({ ids: ["{db,id-?}"] })).toEqual(["id-0", "db"]);
    expect(select({ ids: ["*"] })).toHaveLength(5);
  });

  it("does not take the beginning of an id for the id", () => {
    expect(missingOf({ ids: ["id"] })).toEqual([
      "ERR_DPM_PROCESS_NOT_FOUND",
      { names: ["id"], nearest: [] },
    ]);
  });

  it("names everything that means nothing, and then selects nothing", () => {
    expect(missingOf({ ids: ["db", "nope", "x-*"], groups: ["none"], pids: [99] })).toEqual([
      "ERR_DPM_PROCESS_NOT_FOUND",
      { names: ["nope", "x-*", "group none", "pid 99"], nearest: [] },
    ]);
  });

  it("names what mistyped ids most likely meant, scaled ones by their base id too", () => {
    expect(missingOf({ ids: ["wbe", "web-O", "db.tset"] })).toEqual([
      "ERR_DPM_PROCESS_NOT_FOUND",
      { names: ["wbe", "web-O", "db.tset"], nearest: ["web", "web-1", "db.test"] },
    ]);
  });

  it("is not brought to its knees by a malicious glob", () => {
    const began = performance.now();
    missingOf({ ids: [`${"+(a+)+".repeat(8)}(${"*a".repeat(40)}b`] });
    missingOf({ ids: ["*".repeat(60) + "b"] });
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
