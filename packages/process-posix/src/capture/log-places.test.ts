import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { describe, expect, test } from "vitest";
import { createLogPlaces, type LogPlaces, type PlacedFifo } from "./log-places.ts";

const limits = { maxBytes: 10, maxAgeMs: null, backups: 3, totalBytes: 99, compress: true };

interface Kept {
  readonly directory: string;
  readonly journal: string;
  readonly places: LogPlaces;
  readonly present: () => readonly PlacedFifo[];
  /** A FIFO that this daemon has. */
  readonly add: (name: string, path: string) => PlacedFifo;
}

function setUp(): Kept {
  const directory = temporaryDirectory();
  const all = new Map<string, PlacedFifo>();
  const add = (name: string, path: string): PlacedFifo => {
    const placed = { fifo: join(directory, name), path, limits };
    all.set(name, placed);
    return placed;
  };
  const present = (): readonly PlacedFifo[] => [...all.values()];
  const places = createLogPlaces(directory, present);
  return { directory, journal: join(directory, "logs.jsonl"), places, present, add };
}

const lines = (path: string): number => readFileSync(path, "utf8").split("\n").length - 1;

describe("the logs of FIFOs", () => {
  test("are what was noted last, for the next daemon too", () => {
    const { directory, places, add } = setUp();
    places.note([add("a.out", "/logs/a"), add("b.err", "/logs/b\n")]);
    places.note([add("a.out", "/logs/other")]);
    const next = createLogPlaces(directory, () => []);
    expect(next.read()).toEqual(
      new Map([
        ["a.out", expect.objectContaining({ path: "/logs/other", limits })],
        ["b.err", expect.objectContaining({ path: "/logs/b\n", limits })],
      ]),
    );
    next.remove();
    expect(next.read()).toEqual(new Map());
  });

  test("take no more room however often they change, and those of an earlier daemon stay while there is the FIFO", () => {
    const { directory, journal, places, add } = setUp();
    execFileSync("mkfifo", [join(directory, "left.out")]);
    const gone = { fifo: join(directory, "gone.out"), path: "/logs/gone", limits };
    const left = { fifo: join(directory, "left.out"), path: "/logs/left", limits };
    createLogPlaces(directory, () => []).note([gone, left]);
    for (let count = 0; count < 5000; count++) places.note([add("a.out", `/logs/${count}`)]);
    expect(lines(journal)).toBeLessThan(1200);
    expect(places.read().get("a.out")?.path).toBe("/logs/4999");
    expect([...places.read().keys()].toSorted()).toEqual(["a.out", "left.out"]);
  });

  test("are whole again after a line that was written in part, or when there was no room for a time", () => {
    const { directory, journal, places, add, present } = setUp();
    places.note([add("a.out", "/logs/a")]);
    appendFileSync(journal, '["torn.out", "/lo');
    const next = createLogPlaces(directory, present);
    expect([...next.read().keys()]).toEqual(["a.out"]);
    next.note([add("b.out", "/logs/b")]);
    expect([...next.read().keys()]).toEqual(["a.out", "b.out"]);
    // Nothing can be written there.
    rmSync(journal);
    mkdirSync(journal);
    next.note([add("c.out", "/logs/c")]);
    rmdirSync(journal);
    next.note([add("d.out", "/logs/d")]);
    expect([...next.read().keys()].toSorted()).toEqual(["a.out", "b.out", "c.out", "d.out"]);
  });
});
