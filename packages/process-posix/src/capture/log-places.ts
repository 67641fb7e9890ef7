// Where each FIFO's bytes go, kept in its folder: the next daemon has to know it of those that are no longer configured.
import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { RotationLimits } from "@dpm/captured-log";
import { fifoName, hasFifo } from "./fifo.ts";

/** The log that a FIFO goes to, and on what terms. */
export interface LogPlace {
  readonly path: string;
  readonly limits: RotationLimits;
}

/** A FIFO with its log. */
export interface PlacedFifo extends LogPlace {
  readonly fifo: string;
}

/** A journal of the logs of all FIFOs in a folder. */
export interface LogPlaces {
  /** All that was noted last, also by earlier daemons, by the name of the FIFO in its folder. */
  read(): ReadonlyMap<string, LogPlace>;
  /** Adds these, before anything is written to them. A disk that is full is no error: they are noted with the next. */
  note(placed: readonly PlacedFifo[]): void;
  /** Writes all anew, after somebody has removed that. */
  noteAll(): void;
  /** Forgets all. */
  remove(): void;
}

const name = "logs.jsonl";
// So many lines may be outdated, beside as many as there are FIFOs.
const mostOutdated = 1_000;

/** Makes it; `present` are the FIFOs of this daemon, each with the log that it has now. */
export function createLogPlaces(
  directory: string,
  present: () => readonly PlacedFifo[],
): LogPlaces {
  const path = join(directory, name);
  let lines = 0;
  let isBehind = false;

  const read = (): Map<string, LogPlace> => {
    const places = new Map<string, LogPlace>();
    const text = readText(path);
    const found = text.split("\n");
    // A line that was written in part must not become the beginning of the next.
    if (found.pop() !== "") isBehind = true;
    lines = found.length;
    for (const line of found) {
      const known = parse(line);
      if (known !== null) places.set(known[0], known[1]);
    }
    return places;
  };
  const rewrite = (placed: readonly PlacedFifo[]): void => {
    const places = read();
    for (const fifo of places.keys()) if (!hasFifo(join(directory, fifo))) places.delete(fifo);
    for (const each of [...present(), ...placed]) places.set(fifoName(each.fifo), each);
    const text = [...places].map(([fifo, place]) => format(fifo, place)).join("");
    writeFileSync(`${path}.new`, text, { mode: 0o600 });
    renameSync(`${path}.new`, path);
    lines = places.size;
    isBehind = false;
  };
  return {
    read,
    noteAll: () => {
      try {
        rewrite([]);
      } catch {
        isBehind = true;
      }
    },
    note: (placed) => {
      if (placed.length === 0) return;
      try {
        lines += placed.length;
        if (isBehind || (lines > mostOutdated && lines > mostOutdated + 2 * present().length))
          return rewrite(placed);
        const text = placed.map((each) => format(fifoName(each.fifo), each)).join("");
        appendFileSync(path, text, { mode: 0o600 });
      } catch {
        isBehind = true;
      }
    },
    remove: () => {
      rmSync(path, { force: true });
      rmSync(`${path}.new`, { force: true });
      lines = 0;
      isBehind = false;
    },
  };
}

/** Whether two logs are the same, on the same terms. */
export function isSamePlace(a: LogPlace, b: LogPlace): boolean {
  return a.path === b.path && isDeepStrictEqual(a.limits, b.limits);
}

function format(fifo: string, { path, limits }: LogPlace): string {
  const { maxBytes, maxAgeMs, backups, totalBytes, compress } = limits;
  return `${JSON.stringify([fifo, path, maxBytes, maxAgeMs, backups, totalBytes, compress])}\n`;
}

function parse(line: string): readonly [string, LogPlace] | null {
  try {
    const value: unknown = JSON.parse(line);
    if (!Array.isArray(value)) return null;
    const [fifo, path, maxBytes, maxAgeMs, backups, totalBytes, compress] = value as unknown[];
    const limits = { maxBytes, maxAgeMs, backups, totalBytes, compress };
    if (typeof fifo !== "string" || typeof path !== "string" || !areLimits(limits)) return null;
    return [fifo, { path, limits }];
  } catch {
    // Damaged.
    return null;
  }
}

function areLimits(value: Record<keyof RotationLimits, unknown>): value is RotationLimits {
  const isCount = (count: unknown): boolean => count === null || typeof count === "number";
  return (
    isCount(value.maxBytes) &&
    isCount(value.maxAgeMs) &&
    isCount(value.totalBytes) &&
    typeof value.backups === "number" &&
    typeof value.compress === "boolean"
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
