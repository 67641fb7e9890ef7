import { bind, once } from "./c-library.ts";

const native = once(() => bind<(keep: number) => number>("int malloc_trim(size_t)"));

/** Gives back to the system what the C library holds for later. Nothing where the C library can't be called or can't do that. */
export function trimMemory(): void {
  try {
    native()(0);
  } catch {
    // Only memory is lost by it.
  }
}
