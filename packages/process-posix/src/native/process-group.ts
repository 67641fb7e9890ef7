import { bind, once } from "./c-library.ts";

const native = once(() => bind<(pid: number) => number>("int getpgid(int)"));

/** The group of a process; null when it is gone. */
export function groupOf(pid: number): number | null {
  const group = native()(pid);
  return group > 0 ? group : null;
}
