import { type DpmError, dpmError } from "@dpm/errors";
import { bind, errnoName, lastErrno, once } from "../native/c-library.ts";
import { setCloseOnExec } from "../native/descriptors.ts";

/** What takes the place of this program. */
export interface Replacement {
  /** Its path, absolute, and its arguments. */
  readonly command: readonly [program: string, ...words: string[]];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Descriptors above 2 that stay open under the same number. */
  readonly keep: readonly number[];
}

type Execve = (
  path: string,
  argv: readonly (string | null)[],
  environment: readonly (string | null)[],
) => number;

const native = once(() => ({
  execve: bind<Execve>("int execve(const char*, const char**, const char**)"),
}));

/**
 * Executes another program in this process: its pid, its children and the named descriptors stay, all else is gone at
 * once. Returns only when that failed, with ERR_DPM_PROCESS_REPLACE_FAILED, and then everything is as before; Node's own
 * `process.execve` would abort.
 */
export function replaceProgram({ command, environment, keep }: Replacement): DpmError {
  const [program] = command;
  const variables = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  );
  // Bound before anything changes: where there is no C library this throws.
  const { execve } = native();
  // Node has its own standard descriptors closed on exec too.
  const kept = [0, 1, 2, ...keep];
  for (const fd of kept) setCloseOnExec(fd, false);
  execve(program, [...command, null], [...variables, null]);
  const errno = errnoName(lastErrno());
  for (const fd of kept) setCloseOnExec(fd, true);
  return dpmError("ERR_DPM_PROCESS_REPLACE_FAILED", { what: program, errno });
}
