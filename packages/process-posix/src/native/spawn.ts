// oxlint-disable max-params -- the functions of the C library take what they take
import { constants } from "node:fs";
import { bind, errnoName, once } from "./c-library.ts";

/** What is started, and with which descriptors. */
export interface SpawnRequest {
  /** Absolute, or relative to `directory`. */
  readonly path: string;
  readonly argv: readonly string[];
  /** `NAME=value` each. */
  readonly environment: readonly string[];
  readonly directory: string;
  /** For 0, 1 and 2: a descriptor of this process, or null for `/dev/null`. */
  readonly stdio: readonly [number | null, number | null, number | null];
  /** FIFOs that it gets to read, from 3 on, whether anyone writes to them or not; descriptors in `/proc` too. It has no other descriptors. */
  readonly reads?: readonly string[];
}

/** The pid, or the name of the error. */
export type SpawnResult =
  | { readonly pid: number; readonly errno: null }
  | { readonly pid: null; readonly errno: string };

const native = once(() => ({
  attrInit: bind<(attributes: Buffer) => number>("int posix_spawnattr_init(void*)"),
  attrFlags: bind<(attributes: Buffer, flags: number) => number>(
    "int posix_spawnattr_setflags(void*, short)",
  ),
  attrMask: bind<(attributes: Buffer, set: Buffer) => number>(
    "int posix_spawnattr_setsigmask(void*, void*)",
  ),
  attrDefault: bind<(attributes: Buffer, set: Buffer) => number>(
    "int posix_spawnattr_setsigdefault(void*, void*)",
  ),
  init: bind<(actions: Buffer) => number>("int posix_spawn_file_actions_init(void*)"),
  destroy: bind<(actions: Buffer) => number>("int posix_spawn_file_actions_destroy(void*)"),
  open: bind<(actions: Buffer, fd: number, path: string, flags: number, mode: number) => number>(
    "int posix_spawn_file_actions_addopen(void*, int, const char*, int, unsigned int)",
  ),
  dup: bind<(actions: Buffer, from: number, to: number) => number>(
    "int posix_spawn_file_actions_adddup2(void*, int, int)",
  ),
  chdir: bind<(actions: Buffer, path: string) => number>(
    "int posix_spawn_file_actions_addchdir_np(void*, const char*)",
  ),
  closeFrom: bind<(actions: Buffer, from: number) => number>(
    "int posix_spawn_file_actions_addclosefrom_np(void*, int)",
  ),
  spawn: bind<
    (
      pid: Int32Array,
      path: string,
      actions: Buffer,
      attributes: Buffer,
      argv: readonly (string | null)[],
      environment: readonly (string | null)[],
    ) => number
  >("int posix_spawn(void*, const char*, void*, void*, const char**, const char**)"),
}));

// glibc's are 336 and 80 bytes; other C libraries stay below this too.
const attributesSize = 512;
const actionsSize = 128;
const setSigDefault = 0x04;
const setSigMask = 0x08;
const setSession = 0x80;
const readWrite = 2;
const readEnd = constants.O_RDONLY | constants.O_NONBLOCK;

const attributes = once(() => {
  const { attrInit, attrFlags, attrMask, attrDefault } = native();
  const made = Buffer.alloc(attributesSize);
  attrInit(made);
  attrMask(made, Buffer.alloc(128));
  // sigfillset would leave out the two that the C library keeps for itself, and a child could inherit them ignored.
  attrDefault(made, Buffer.alloc(128, 0xff));
  attrFlags(made, setSession | setSigMask | setSigDefault);
  return made;
});

const pid = new Int32Array(1);
const actions = Buffer.alloc(actionsSize);

/**
 * Starts a program in a session of its own, with no signal blocked or ignored and no descriptor but those it is given.
 * Returns when it was executed or that failed; this thread is blocked until then, for about 0.6 ms.
 */
export function spawnProcess(request: SpawnRequest): SpawnResult {
  const c = native();
  const { path, argv, environment, directory, stdio, reads = [] } = request;
  const shared = attributes();
  c.init(actions);
  try {
    for (const [target, source] of stdio.entries()) {
      if (source === null) c.open(actions, target, "/dev/null", readWrite, 0);
      // With the same number on both sides it clears close-on-exec.
      else c.dup(actions, source, target);
    }
    for (const [index, fifo] of reads.entries()) {
      // A descriptor is nothing but a link there.
      const flags = fifo.startsWith("/proc/") ? readEnd : readEnd | constants.O_NOFOLLOW;
      c.open(actions, 3 + index, fifo, flags, 0);
    }
    c.closeFrom(actions, 3 + reads.length);
    c.chdir(actions, directory);
    const errno = c.spawn(pid, path, actions, shared, [...argv, null], [...environment, null]);
    return errno === 0 ? { pid: pid[0] ?? 0, errno: null } : { pid: null, errno: errnoName(errno) };
  } finally {
    c.destroy(actions);
  }
}
