import { closeSync } from "node:fs";
import { bind, errnoName, lastErrno, once } from "../native/c-library.ts";

const native = once(() => ({
  socket: bind<(domain: number, type: number, protocol: number) => number>(
    "int socket(int, int, int)",
  ),
  sendto: bind<
    // oxlint-disable-next-line max-params -- as the C library has it
    (
      fd: number,
      data: Buffer,
      length: number,
      flags: number,
      address: Buffer,
      addressLength: number,
    ) => number
  >("long sendto(int, void*, size_t, int, void*, unsigned int)"),
}));

const unixFamily = 1;
const datagramCloseOnExec = 2 | 0o2000000;
const noSignalNoWait = 0x4000 | 0x40;
const longestPath = 107;

/**
 * Tells the service manager, such as systemd, how this process fares: `READY=1` for example. `socketPath` is what it gave in
 * NOTIFY_SOCKET; one that begins with `@` has no file. Null, or the name of the error; then nobody was told.
 */
export function notifyServiceManager(socketPath: string, state: string): string | null {
  const path = Buffer.from(socketPath.replace(/^@/, "\0"));
  if (path.length === 0 || path.length > longestPath) return "ENAMETOOLONG";
  const address = Buffer.alloc(2 + path.length);
  address.writeUInt16LE(unixFamily);
  path.copy(address, 2);
  const { socket, sendto } = native();
  const fd = socket(unixFamily, datagramCloseOnExec, 0);
  if (fd < 0) return errnoName(lastErrno());
  const data = Buffer.from(state);
  const sent = sendto(fd, data, data.length, noSignalNoWait, address, address.length);
  const errno = sent < 0 ? errnoName(lastErrno()) : null;
  closeSync(fd);
  return errno;
}
