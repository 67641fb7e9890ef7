import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A process that does nothing but hold read ends of FIFOs. */
export interface HolderIdentity {
  readonly pid: number;
  /** With the pid it names one process of one boot. */
  readonly startTicks: string;
}

/** What the next daemon has to know of the holders. */
export interface HolderRecord {
  readonly holders: readonly HolderIdentity[];
  /** Whether one was about to be made: if so, it may be there without being named. */
  readonly isMaking: boolean;
}

/** The name of the record in the folder of the FIFOs. */
export const holderRecordName = "holders.json";

/** Reads what an earlier daemon wrote into the folder of the FIFOs; a damaged record says that there may be any. */
export function readHolderRecord(directory: string): HolderRecord {
  try {
    const value: unknown = JSON.parse(readFileSync(join(directory, holderRecordName), "utf8"));
    if (isRecord(value)) return value;
  } catch {
    // Not there, or damaged.
  }
  return { holders: [], isMaking: true };
}

/** Writes it, in one step. Throws errors of the file system. */
export function writeHolderRecord(directory: string, record: HolderRecord): void {
  const path = join(directory, holderRecordName);
  writeFileSync(`${path}.new`, JSON.stringify(record), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Removes it. */
export function removeHolderRecord(directory: string): void {
  rmSync(join(directory, holderRecordName), { force: true });
  rmSync(join(directory, `${holderRecordName}.new`), { force: true });
}

function isRecord(value: unknown): value is HolderRecord {
  return (
    typeof value === "object" &&
    value !== null &&
    "isMaking" in value &&
    typeof value.isMaking === "boolean" &&
    "holders" in value &&
    Array.isArray(value.holders) &&
    value.holders.every(isIdentity)
  );
}

function isIdentity(value: unknown): value is HolderIdentity {
  return (
    typeof value === "object" &&
    value !== null &&
    "pid" in value &&
    Number.isInteger(value.pid) &&
    "startTicks" in value &&
    typeof value.startTicks === "string"
  );
}
