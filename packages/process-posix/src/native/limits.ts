import { bind, errnoName, lastErrno, once } from "./c-library.ts";

/** The two limits of open files. */
export interface FileLimits {
  readonly soft: number;
  readonly hard: number;
}

const native = once(() => ({
  get: bind<(resource: number, limits: BigUint64Array) => number>("int getrlimit(int, void*)"),
  set: bind<(resource: number, limits: BigUint64Array) => number>("int setrlimit(int, void*)"),
  umask: bind<(mask: number) => number>("unsigned int umask(unsigned int)"),
}));

const openFiles = 7;
const limits = new BigUint64Array(2);

/** The limits of open files of this process. */
export function openFileLimits(): FileLimits {
  native().get(openFiles, limits);
  return { soft: Number(limits[0]), hard: Number(limits[1]) };
}

/** Sets the limits of open files of this process. Null, or the error's name. */
export function setOpenFileLimits({ soft, hard }: FileLimits): string | null {
  limits[0] = toLimit(soft);
  limits[1] = toLimit(hard);
  return native().set(openFiles, limits) === 0 ? null : errnoName(lastErrno());
}

/** Sets the file mode mask of this process and answers the one before. */
export function setUmask(mask: number): number {
  return native().umask(mask);
}

function toLimit(value: number): bigint {
  return value > Number.MAX_SAFE_INTEGER ? 0xffff_ffff_ffff_ffffn : BigInt(value);
}
