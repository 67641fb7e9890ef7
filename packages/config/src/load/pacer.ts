import { setImmediate } from "node:timers/promises";

// Short against the 200 ms that other clients of the daemon may have to wait.
const sliceMs = 15;

/** Gives way to whatever else the daemon has to do when a slice of time is used up; a large configuration takes many slices. */
export type Pacer = () => Promise<void> | undefined;

/** Makes a pacer; each call of it costs next to nothing until the slice is used up. */
export function createPacer(): Pacer {
  let sliceEnd = performance.now() + sliceMs;
  return () =>
    performance.now() < sliceEnd
      ? undefined
      : setImmediate().then(() => {
          sliceEnd = performance.now() + sliceMs;
        });
}
