// oxlint-disable max-params -- the functions of the C library take what they take
import { bind, once } from "./c-library.ts";

const native = once(() =>
  bind<(option: number, a: number, b: number, c: number, d: number) => number>(
    "int prctl(int, ulong, ulong, ulong, ulong)",
  ),
);

const setChildSubreaper = 36;

/** Makes this process the parent of every orphan below it, so that none is lost from sight. Whether it is that now. */
export function becomeSubreaper(): boolean {
  return native()(setChildSubreaper, 1, 0, 0, 0) === 0;
}
