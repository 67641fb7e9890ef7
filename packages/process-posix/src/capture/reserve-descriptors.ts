import { closeSync } from "node:fs";
import { bind, once } from "../native/c-library.ts";

interface AsyncCall {
  // oxlint-disable-next-line max-params -- the function of the C library, and who is told
  readonly async: (
    fd: number,
    command: number,
    argument: number,
    done: (error: unknown, result: number) => void,
  ) => void;
}

const native = once(() => ({
  fcntl: bind<((...parameters: never[]) => number) & AsyncCall>("int fcntl(int, int, int)"),
}));

const duplicateAbove = 1030;
const fewest = 256;

/**
 * Makes the table of descriptors large enough for this many, or for as many as the limit allows. Each time that it grows, the kernel lets
 * a program with threads wait for some 10 ms; so it grows once, while another thread waits.
 */
export function reserveDescriptors(count: number): Promise<void> {
  return new Promise((resolve) => {
    native().fcntl.async(1, duplicateAbove, count - 1, (_error, fd) => {
      if (fd >= 0) closeSync(fd);
      resolve(fd < 0 && count > fewest ? reserveDescriptors(Math.floor(count / 2)) : undefined);
    });
  });
}
