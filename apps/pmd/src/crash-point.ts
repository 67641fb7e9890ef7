/** Places between two steps of the daemon where it can be made to die as by `kill -9`, for tests of what the next one finds. */
export interface CrashPoints {
  /** A port whose every call is a place before it, `NAME.METHOD.before`, and one after it, `NAME.METHOD.after`. */
  wrap<Port extends object>(name: string, port: Port): Port;
}

type Method = (...words: unknown[]) => unknown;

/**
 * Reads `PLACE:N`, the Nth pass of a place, as `DPM_FAILPOINTS` has it. Without it, which is always so outside of tests, a wrapped
 * port is the port itself.
 */
export function crashPoints(wish: string | undefined): CrashPoints {
  if (wish === undefined || wish === "") return { wrap: (_name, port) => port };
  const [place, number] = wish.split(":");
  let left = Number(number ?? 1);
  const pass = (passed: string): void => {
    if (passed !== place) return;
    left -= 1;
    // At once: no handler, no flush, nothing that a real death would not do.
    if (left === 0) process.kill(process.pid, "SIGKILL");
  };
  return {
    wrap: (name, port) =>
      new Proxy(port, {
        get: (target, key): unknown => {
          const value: unknown = Reflect.get(target, key);
          if (typeof value !== "function" || typeof key === "symbol") return value;
          return (...words: unknown[]): unknown => {
            pass(`${name}.${key}.before`);
            const outcome = (value as Method).apply(target, words);
            if (!(outcome instanceof Promise)) {
              pass(`${name}.${key}.after`);
              return outcome;
            }
            return outcome.finally(() => pass(`${name}.${key}.after`));
          };
        },
      }),
  };
}
