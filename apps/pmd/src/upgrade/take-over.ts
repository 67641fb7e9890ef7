import { closeSync, writeSync } from "node:fs";
import { type DpmError, dpmError } from "@dpm/errors";
import { duplicateDescriptor, takeDescriptor } from "@dpm/process-posix";
import { readBootId } from "../boot-id.ts";
import { type Execution, execute } from "./give-way.ts";
import { type Handover, readHandover, removeHandover } from "./handover.ts";
import type { ShutdownWish } from "../services.ts";
import { markVariable, readyLine } from "./watchdog.ts";

/** The other half of an upgrade: this process was another pmd a moment ago. */
export interface Succession {
  /** Sockets that listen, by the text of their planned address. Copies: what is done with them can be undone. */
  readonly sockets: ReadonlyMap<string, number>;
  /** Every descriptor that was handed over. */
  readonly descriptors: readonly number[];
  /** A wish to end that came too late for the former one. */
  readonly endedBy: ShutdownWish | null;
  /** Why the program that should have taken over gave back; null when this is that program. */
  readonly failure: DpmError | null;
  /** Ends the watch: this pmd answers. Returns how long nobody did, in milliseconds, and who was before. */
  ready(): { readonly silentMs: number; readonly from: string };
  /** Puts the former pmd back into this process, unless this is the former one or is ready. Returns when that is so or failed. */
  giveBack(reason: string, log: Execution["log"]): void;
}

/** Takes what a former pmd has handed over in a file. Null when there is nothing to read; then the watchdog does its work. */
export function takeOver(file: string): Succession | null {
  // What is started from now on belongs to this pmd.
  delete process.env[markVariable];
  const handover = readHandover(file);
  if (handover === null) return null;
  const descriptors = [...handover.sockets.map(({ fd }) => fd), handover.watchdogFd];
  for (const fd of descriptors) takeDescriptor(fd);
  let isReady = false;
  return {
    sockets: new Map(handover.sockets.map(({ planned, fd }) => [planned, duplicateDescriptor(fd)])),
    descriptors,
    endedBy: wishOf(handover),
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

function wishOf({ endedBy, leftBy = null }: Handover): ShutdownWish | null {
  if (endedBy !== null) return { leave: false, cause: endedBy };
  return leftBy === null ? null : { leave: true, cause: leftBy };
}

/** What became of an upgrade whose new program died without a word, and takes the note of it away; null when there was none. */
export function forgetFailedUpgrade(file: string): Pick<Succession, "failure" | "endedBy"> | null {
  const handover = readHandover(file);
  if (handover === null) return null;
  removeHandover(file);
  const failure = failureOf({ ...handover, refusedBecause: "it did not get ready in time" });
  // With the machine all that was to end has ended.
  const endedBy = handover.bootId === readBootId() ? wishOf(handover) : null;
  return { failure, endedBy };
}

function failureOf({ to, refusedBecause }: Handover): DpmError | null {
  if (refusedBecause === null) return null;
  return dpmError("ERR_DPM_DAEMON_UPGRADE_FAILED", { program: to, reason: refusedBecause });
}
