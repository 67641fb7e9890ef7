import { closeSync, openSync, readSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const recordBytes = 24;
const kinds = ["none", "up", "stopping", "exec", "begin", "end"] as const;
export type StampKind = (typeof kinds)[number];

/** What a service or a command wrote about itself. */
export interface Stamp {
  readonly kind: StampKind;
  readonly index: number;
  readonly pid: number;
  /** CLOCK_MONOTONIC. */
  readonly ns: number;
}

/** Now, on the clock of the stamps, in ns. */
export const nowNs = (): number => Number(process.hrtime.bigint());

/** Reads what is appended to the file of stamps. */
export interface Stamps {
  /** All that was read up to now. */
  readonly all: readonly Stamp[];
  /** Reads on until something holds; throws past the deadline, with what was waited for. */
  until(what: string, holds: () => boolean, deadlineMs: number): Promise<void>;
  /** When the last of so many services wrote this after a moment. */
  lastOf(kind: StampKind, count: number, since: Since): Promise<number>;
  /** The newest stamp of a service. */
  newest(kind: StampKind, index: number): Stamp | undefined;
}

/** From when on to look, and how long. */
export interface Since {
  readonly ns: number;
  readonly deadlineMs: number;
}

function decode(buffer: Buffer, at: number): Stamp {
  return {
    kind: kinds[buffer.readUInt32LE(at)] ?? "none",
    index: buffer.readUInt32LE(at + 4),
    pid: buffer.readUInt32LE(at + 8),
    ns: Number(buffer.readBigUInt64LE(at + 16)),
  };
}

/** Makes the empty file and its reader. */
export function createStamps(path: string): Stamps {
  closeSync(openSync(path, "w", 0o666));
  const descriptor = openSync(path, "r");
  const buffer = Buffer.alloc(recordBytes * 4_096);
  const all: Stamp[] = [];
  const newest = new Map<string, Stamp>();

  function read(): void {
    for (;;) {
      const bytes = readSync(descriptor, buffer, 0, buffer.length, all.length * recordBytes);
      for (let at = 0; at + recordBytes <= bytes; at += recordBytes) {
        const stamp = decode(buffer, at);
        all.push(stamp);
        newest.set(`${stamp.kind} ${stamp.index}`, stamp);
      }
      if (bytes < buffer.length) return;
    }
  }

  const stamps: Stamps = {
    all,
    async until(what, holds, deadlineMs) {
      const endMs = performance.now() + deadlineMs;
      for (read(); !holds(); read()) {
        if (performance.now() > endMs) throw new Error(`waited ${deadlineMs} ms for ${what}`);
        await sleep(1);
      }
    },
    async lastOf(kind, count, { ns, deadlineMs }) {
      const seen = new Set<number>();
      let lastNs = 0;
      let looked = all.findIndex((stamp) => stamp.ns >= ns);
      if (looked < 0) looked = all.length;
      const complete = (): boolean => {
        for (; looked < all.length; looked += 1) {
          const stamp = all[looked];
          if (stamp === undefined || stamp.kind !== kind || stamp.ns < ns || seen.has(stamp.index))
            continue;
          seen.add(stamp.index);
          lastNs = Math.max(lastNs, stamp.ns);
        }
        return seen.size >= count;
      };
      await stamps.until(`${count} × "${kind}"`, complete, deadlineMs).catch((error: unknown) => {
        throw new Error(`only ${seen.size} of ${count} are "${kind}"`, { cause: error });
      });
      return lastNs;
    },
    newest: (kind, index) => newest.get(`${kind} ${index}`),
  };
  return stamps;
}
