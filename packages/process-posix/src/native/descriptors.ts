import { bind, errnoName, lastErrno, once } from "./c-library.ts";

const native = once(() => ({
  fcntl: bind<(fd: number, command: number, argument: number) => number>(
    "int fcntl(int, int, int)",
  ),
}));

const setFlags = 2;
const closeOnExec = 1;

/** Says whether a descriptor is closed when this process executes another program. Null, or the error's name. */
export function setCloseOnExec(fd: number, closed: boolean): string | null {
  return native().fcntl(fd, setFlags, closed ? closeOnExec : 0) >= 0
    ? null
    : errnoName(lastErrno());
}
