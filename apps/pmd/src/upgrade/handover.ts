// What one pmd tells the next one that takes its place in the same process. Both may be of different versions.
import { readFileSync, rmSync } from "node:fs";
import { writePrivateFile } from "../files/write-private-file.ts";
import type { CommandLine } from "../life-cycle/own-command.ts";

/** The version of the file. It grows when an older pmd could not read it right; a pmd says in its state check which one it takes. */
export const handoverVersion = 1;

/** A listening socket that stays open. */
export interface HandedSocket {
  /** As it was planned, such as `127.0.0.1:0`. */
  readonly planned: string;
  readonly fd: number;
}

/** What a daemon keeps when it lets go of all else. */
export interface HandedOver {
  readonly sockets: readonly HandedSocket[];
  /** When it stopped to answer, in milliseconds since 1970. */
  readonly silentSinceMs: number;
}

/** Everything that is handed over; the rest is in the state directory. */
export interface Handover {
  readonly version: number;
  /** The one that hands over: program and version, and how it is started. */
  readonly from: { readonly name: string; readonly command: CommandLine };
  /** The program that takes over. */
  readonly to: string;
  /** When the last client was answered, in milliseconds since 1970. */
  readonly silentSinceMs: number;
  readonly sockets: readonly HandedSocket[];
  /** The link to the watchdog. */
  readonly watchdogFd: number;
  /** Marks in the environment what the new program starts, for the watchdog. Former versions had none. */
  readonly mark?: string;
  /** What asked to end, too late for the one that hands over. */
  readonly endedBy: string | null;
  /** The same, and the processes are to run on. Former versions knew of none. */
  readonly leftBy?: string | null;
  /** The boot of the machine in which that was wished. */
  readonly bootId?: string;
  /** Why the program that was to take over has given back; null while it has not. */
  readonly refusedBecause: string | null;
}

/** Writes it; throws what the system says. */
export function writeHandover(path: string, handover: Handover): void {
  writePrivateFile(path, `${JSON.stringify(handover)}\n`);
}

/** Reads it; null when there is none or it is another version's. */
export function readHandover(path: string): Handover | null {
  try {
    const handover: Handover = JSON.parse(readFileSync(path, "utf8"));
    return handover.version === handoverVersion ? handover : null;
  } catch {
    return null;
  }
}

/** Takes it away; it has served its purpose. */
export function removeHandover(path: string): void {
  rmSync(path, { force: true });
}
