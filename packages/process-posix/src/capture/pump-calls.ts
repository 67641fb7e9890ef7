// oxlint-disable max-params -- the functions of the C library take what they take
import { bind, errnoName, lastErrno } from "../native/c-library.ts";

// Only what the pump calls; bound when its thread loads this file. The numbers are those of Linux on every processor that Node runs on.
const libc = {
  splice: bind<
    (from: number, a: null, to: number, b: null, bytes: number, flags: number) => number
  >("long splice(int, void*, int, void*, size_t, unsigned int)"),
  tee: bind<(from: number, to: number, bytes: number, flags: number) => number>(
    "long tee(int, int, size_t, unsigned int)",
  ),
  lseek: bind<(fd: number, offset: number, whence: number) => number>("long lseek(int, long, int)"),
  fcntl: bind<(fd: number, command: number, argument: number) => number>(
    "int fcntl(int, int, int)",
  ),
  ioctl: bind<(fd: number, request: number, argument: Uint8Array) => number>(
    "int ioctl(int, unsigned long, void*)",
  ),
  read: bind<(fd: number, into: Uint8Array, bytes: number) => number>(
    "long read(int, void*, size_t)",
  ),
  pipe2: bind<(into: Uint8Array, flags: number) => number>("int pipe2(void*, int)"),
  unshare: bind<(flags: number) => number>("int unshare(int)"),
  signalMask: bind<(how: number, set: Uint8Array, before: null) => number>(
    "int pthread_sigmask(int, void*, void*)",
  ),
  umask: bind<(mask: number) => number>("unsigned int umask(unsigned int)"),
};

const move = 1;
const nonBlocking = 2;
const setPipeSize = 1031;
const getPipeSize = 1032;
const bytesReadable = 0x541b;
const again = 11;
const interrupted = 4;

const number = Buffer.alloc(8);

/** The name of the error of the last call, for example "ENOSPC". */
export function lastError(): string {
  return errnoName(lastErrno());
}

/** Whether the last call only found nothing to read or was interrupted. */
export function wasEmpty(): boolean {
  const errno = lastErrno();
  return errno === again || errno === interrupted;
}

/** Moves bytes from a FIFO to the position of a file without touching them: how many, 0 without writers, -1 for an error. */
export function splice(from: number, to: number, bytes: number): number {
  return libc.splice(from, null, to, null, bytes, move | nonBlocking);
}

/** Copies what is in a FIFO into another pipe, and leaves it where it was. */
export function tee(from: number, to: number, bytes: number): number {
  return libc.tee(from, to, bytes, nonBlocking);
}

/** Reads; how many bytes, 0 without writers, -1 for an error. */
export function read(fd: number, into: Uint8Array, bytes: number): number {
  return libc.read(fd, into, bytes);
}

/** Puts the position of a file at its end and answers it; -1 for what has none, such as a terminal. */
export function seekEnd(fd: number): number {
  return libc.lseek(fd, 0, 2);
}

/** The bytes that are in a FIFO. */
export function pendingBytes(fd: number): number {
  return libc.ioctl(fd, bytesReadable, number) === 0 ? number.readInt32LE(0) : 0;
}

/** The bytes that fit into a FIFO. */
export function pipeCapacity(fd: number): number {
  return libc.fcntl(fd, getPipeSize, 0);
}

/** Makes a FIFO as large as it is allowed to be, up to a size; answers its size. */
export function growPipe(fd: number, bytes: number): number {
  for (let wanted = bytes; wanted > pipeCapacity(fd); wanted /= 2) {
    const given = libc.fcntl(fd, setPipeSize, wanted);
    if (given > 0) return given;
  }
  return pipeCapacity(fd);
}

/** A pipe of its own: its read end and its write end, neither of which blocks or is inherited. */
export function makePipe(): readonly [number, number] | null {
  return libc.pipe2(number, 0o2004000) === 0
    ? [number.readInt32LE(0), number.readInt32LE(4)]
    : null;
}

/** Has every signal handled by another thread. */
export function blockSignals(): void {
  const replace = 2;
  libc.signalMask(replace, Buffer.alloc(128, 0xff), null);
}

/** Gives this thread a table of descriptors of its own, a copy of what it shared so far. False where that is not allowed. */
export function unshareDescriptors(): boolean {
  const files = 0x400;
  return libc.unshare(files) === 0;
}

/**
 * Gives this thread an umask of its own: the main thread changes the process' one around each launch that configures one,
 * and the pump makes files at any moment. Where the system doesn't allow it, the chance remains.
 */
export function separateUmask(mask: number): void {
  const filesystemAttributes = 0x200;
  if (libc.unshare(filesystemAttributes) === 0) libc.umask(mask);
}
