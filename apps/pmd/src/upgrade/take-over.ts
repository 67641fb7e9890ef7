import { closeSync, writeSync } from "node:fs";
import { type DpmError, dpmError } from "@dpm/errors";
import { duplicateDescriptor, takeDescriptor } from "@dpm/process-posix";
import { type Execution, execute } from "./give-way.ts";
import { type Handover, readHandover, removeHandover } from "./handover.ts";
import { readyLine } from "./watchdog.ts";

/** The other half of an upgrade: this process was another pmd a moment ago. */
export interface Succession {
  /** Sockets that listen, by the text of their planned address. Copies: what is done with them can be undone. */
  readonly sockets: ReadonlyMap<string, number>;
  /** Every descriptor that was handed over. */
  readonly descriptors: readonly number[];
  /** A signal to end that came too late for the former one. */
  readonly endedBy: string | null;
  /** Why the program that should have taken over gave back; null when this is that program. */
  readonly failure: DpmError | null;
  /** Ends the watch: this pmd answers. Returns how long nobody did, in milliseconds, and who was before. */
  ready(): { readonly silentMs: number; readonly from: string };
  /** Puts the former pmd back into this process, unless this is the former one or is ready. Returns when that is so or failed. */
  giveBack(reason: string, log: Execution["log"]): void;
}

/** Takes what a former pmd has handed over in a file. Null when there is nothing to read; then the watchdog does its work. */
export function takeOver(file: string): Succession | null {
  const handover = readHandover(file);
  if (handover === null) return null;
  const descriptors = [...handover.sockets.map(({ fd }) => fd), handover.watchdogFd];
  for (const fd of descriptors) takeDescriptor(fd);
  let isReady = false;
  return {
    sockets: new Map(handover.sockets.map(({ planned, fd }) => [planned, duplicateDescriptor(fd)])),
    descriptors,
    endedBy: handover.endedBy,
    failure: failureOf(handover),
    ready() {
      isReady = true;
      removeHandover(file);
      writeSync(handover.watchdogFd, readyLine);
      for (const fd of descriptors) closeSync(fd);
      return { silentMs: Date.now() - handover.silentSinceMs, from: handover.from.name };
    },
    giveBack(reason, log) {
      if (isReady || handover.refusedBecause !== null) return;
      log.error(`this pmd can't start, the former one is put back: ${reason}`);
      const back = { ...handover, refusedBecause: reason };
      execute(handover.from.command, { handover: back, file, log });
    },
  };
}

/** What became of an upgrade whose new program died without a word, and takes the note of it away; null when there was none. */
export function forgetFailedUpgrade(file: string): DpmError | null {
  const handover = readHandover(file);
  if (handover === null) return null;
  removeHandover(file);
  return failureOf({ ...handover, refusedBecause: "it did not get ready in time" });
}

function failureOf({ to, refusedBecause }: Handover): DpmError | null {
  if (refusedBecause === null) return null;
  return dpmError("ERR_DPM_DAEMON_UPGRADE_FAILED", { program: to, reason: refusedBecause });
}
