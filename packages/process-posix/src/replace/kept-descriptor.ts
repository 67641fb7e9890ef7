import { dpmError } from "@dpm/errors";
import { setCloseOnExec } from "../native/descriptors.ts";
import { bind, errnoName, lastErrno, once } from "../native/c-library.ts";

const native = once(() => ({
  fcntl: bind<(fd: number, command: number, argument: number) => number>(
    "int fcntl(int, int, int)",
  ),
}));

const duplicateCloseOnExec = 1030;
const lowest = 3;

/**
 * Another descriptor of what a descriptor stands for: what is closed under the one stays open under the other, such as a
 * listening socket whose clients wait meanwhile. Throws ERR_DPM_PROCESS_REPLACE_FAILED.
 */
export function duplicateDescriptor(fd: number): number {
  const copy = native().fcntl(fd, duplicateCloseOnExec, lowest);
  if (copy >= 0) return copy;
  throw dpmError("ERR_DPM_PROCESS_REPLACE_FAILED", {
    what: `descriptor ${fd}`,
    errno: errnoName(lastErrno()),
  });
}

/** Takes a descriptor that {@link replaceProgram} has handed over: no program that is started gets it. */
export function takeDescriptor(fd: number): void {
  setCloseOnExec(fd, true);
}
