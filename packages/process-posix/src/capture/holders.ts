// Holders are processes that hold the read ends of FIFOs and do nothing else. As long as one does, whoever writes to a FIFO
// is not told that nobody reads, and what was written stays there for the next daemon, also when its writer has ended.
import { closeSync } from "node:fs";
import { dpmError, type DpmError } from "@dpm/errors";
import { readProcEntry } from "@dpm/launch";
import { openFileLimits } from "../native/limits.ts";
import { openPidfd, signalByPidfd } from "../native/pidfd.ts";
import { isLostFifo } from "./fifo.ts";
import { findHolders, heldFifos } from "./find-holders.ts";
import { removeHolderRecord, writeHolderRecord } from "./holder-record.ts";
import { reachFifos } from "./reach-fifos.ts";

/** What holders need of the capture. */
export interface HolderOptions {
  readonly directory: string;
  /** Starts a process that opens exactly these to read and sleeps for ever; answers its pid, throws when it can't. */
  readonly spawnHolder: (fifos: readonly string[]) => number;
  readonly trouble: (name: string, error: DpmError | null) => void;
  /** Tells once when a process has ended that isn't this one's child. */
  readonly watchEnd: (pidfd: number, ended: () => void) => void;
}

/** The holders of all FIFOs. */
export interface Holders {
  /** Takes over those of an earlier daemon. */
  adopt(): void;
  /** The FIFOs that have lost their names and are there only because they are held. */
  lost(): readonly string[];
  /** By which path each of these can be opened, also one whose name somebody has removed. */
  reach(fifos: readonly string[]): ReadonlyMap<string, string>;
  /** Has these held, as far as they aren't. One that can't be started is trouble, not an error, and tried again. */
  hold(fifos: readonly string[]): void;
  /** These need no holder any more. */
  release(fifos: readonly string[]): void;
  ended(pid: number): void;
  /** Writes down anew who they are, after somebody has removed that. */
  note(): void;
  /** Lets them be; with `forGood`, ends them. */
  close(forGood: boolean): void;
}

interface Holder {
  readonly pid: number;
  readonly startTicks: string;
  /** -1 when there was none to be had; it is then never signalled. */
  readonly pidfd: number;
  readonly paths: Set<string>;
  /** How many it holds for nothing, since nobody can take a descriptor from it. */
  needless: number;
}

const troubleName = "log holder";
const mostHolders = 8;
// Of its own, which are few.
const ownDescriptors = 16;
const mostNeedless = 64;
const retryMs = 1000;
const sigkill = 9;

/** Makes it, without any. */
export function createHolders({
  directory,
  spawnHolder,
  trouble,
  watchEnd,
}: HolderOptions): Holders {
  const holders = new Map<number, Holder>();
  const open = new Set<string>();
  let retry: NodeJS.Timeout | null = null;

  const save = (isMaking: boolean): void => {
    const identities = [...holders.values()].map(({ pid, startTicks }) => ({ pid, startTicks }));
    try {
      writeHolderRecord(directory, { holders: identities, isMaking });
    } catch {
      // Without a record the next daemon looks through all processes.
      removeHolderRecord(directory);
    }
  };
  const add = (holder: Omit<Holder, "pidfd" | "needless">): void => {
    const pidfd = openPidfd(holder.pid);
    holders.set(holder.pid, {
      ...holder,
      pidfd: typeof pidfd === "number" ? pidfd : -1,
      needless: 0,
    });
  };
  const drop = (holder: Holder): void => {
    holders.delete(holder.pid);
    if (holder.pidfd < 0) return;
    signalByPidfd(holder.pidfd, sigkill);
    closeSync(holder.pidfd);
  };
  // The one that was made last knows best what a name means that another has had before.
  const reach: Holders["reach"] = (fifos) =>
    reachFifos(fifos, directory, () =>
      [...holders.values()]
        .toSorted((a, b) => Number(b.startTicks) - Number(a.startTicks))
        .map(({ pid }) => heldFifos(pid, directory)),
    );
  const make = (fifos: readonly string[]): void => {
    save(true);
    const mostEach = Math.max(1, openFileLimits().hard - ownDescriptors);
    const present = [...reach(fifos)];
    for (let first = 0; first < present.length; first += mostEach) {
      const held = present.slice(first, first + mostEach);
      const pid = spawnHolder(held.map(([, path]) => path));
      const paths = new Set(held.map(([fifo]) => fifo));
      add({ pid, startTicks: readProcEntry(pid)?.startTicks ?? "", paths });
    }
    save(false);
  };
  // One holder for all is as good as eight, and frees what those hold for nothing.
  const merge = (): void => {
    const old = [...holders.values()].filter(({ paths }) =>
      [...paths].every((path) => open.has(path)),
    );
    make([...open]);
    for (const holder of old) drop(holder);
    save(false);
  };
  const holdAll = (): void => {
    if (retry !== null) clearTimeout(retry);
    retry = null;
    const held = new Set([...holders.values()].flatMap(({ paths }) => [...paths]));
    const free = [...open].filter((fifo) => !held.has(fifo));
    try {
      if (free.length > 0) {
        if (holders.size >= mostHolders + open.size / openFileLimits().hard) merge();
        else make(free);
      }
      trouble(troubleName, null);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      trouble(troubleName, dpmError("ERR_DPM_PROCESS_LOG_HOLDER", { reason }));
      retry = setTimeout(holdAll, retryMs);
      retry.unref();
    }
  };
  return {
    adopt: () => {
      for (const { pid, startTicks, paths } of findHolders(directory)) {
        add({ pid, startTicks, paths: new Set(paths) });
        const holder = holders.get(pid);
        if (holder === undefined || holder.pidfd < 0) continue;
        watchEnd(holder.pidfd, () => {
          if (holders.get(pid) !== holder) return;
          drop(holder);
          holdAll();
        });
      }
      if (holders.size > 0) save(false);
    },
    lost: () => [
      ...new Set([...holders.values()].flatMap(({ paths }) => [...paths].filter(isLostFifo))),
    ],
    reach,
    note: () => save(false),
    hold: (fifos) => {
      for (const fifo of fifos) open.add(fifo);
      holdAll();
    },
    release: (fifos) => {
      if (fifos.length === 0) return;
      for (const fifo of fifos) {
        open.delete(fifo);
        for (const holder of holders.values()) if (holder.paths.delete(fifo)) holder.needless++;
      }
      const before = holders.size;
      for (const holder of holders.values()) if (holder.paths.size === 0) drop(holder);
      const isWasteful = ({ needless, paths }: Holder): boolean =>
        needless > Math.max(mostNeedless, paths.size);
      try {
        if ([...holders.values()].some(isWasteful)) return merge();
      } catch {
        // They are held for nothing a little longer.
      }
      if (holders.size < before) save(false);
    },
    ended: (pid) => {
      const holder = holders.get(pid);
      if (holder === undefined) return;
      drop(holder);
      holdAll();
    },
    close: (forGood) => {
      if (retry !== null) clearTimeout(retry);
      if (forGood) {
        for (const holder of holders.values()) drop(holder);
        removeHolderRecord(directory);
      }
      for (const { pidfd } of holders.values()) if (pidfd >= 0) closeSync(pidfd);
      holders.clear();
    },
  };
}
