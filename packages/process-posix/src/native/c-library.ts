import { createRequire } from "node:module";
import { getSystemErrorName } from "node:util";
import { dpmError } from "@dpm/errors";
import type * as koffi from "koffi";

type Koffi = typeof koffi;
type Library = ReturnType<Koffi["load"]>;

let loaded: { readonly koffi: Koffi; readonly library: Library } | null = null;

/**
 * Makes a function of the C library callable, by its prototype in C. The library is loaded by the first call, so that
 * nothing of this package needs it where another engine is used. Throws ERR_DPM_PROCESS_ENGINE_UNAVAILABLE where it can't be loaded.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- says at the call what the prototype says in C
export function bind<F extends (...parameters: never[]) => unknown>(prototype: string): F {
  try {
    // koffi gives back functions that take what the prototype says; F says the same in TypeScript.
    return open().library.func(prototype) as unknown as F;
  } catch (error) {
    throw unavailable(error);
  }
}

/** The number of the error of the last call of this thread; only meaningful right after a call that failed. */
export function lastErrno(): number {
  return open().koffi.errno();
}

/** The name of an error number, for example "ENOENT". */
export function errnoName(errno: number): string {
  return getSystemErrorName(-errno);
}

/** Whether the C library can be called here. */
export function isEngineLoadable(): boolean {
  try {
    open();
    return true;
  } catch {
    return false;
  }
}

/** Runs `make` at the first call and answers the same ever after. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function open(): { readonly koffi: Koffi; readonly library: Library } {
  if (loaded !== null) return loaded;
  if (process.platform !== "linux") throw unavailable(`this is ${process.platform}, not Linux`);
  try {
    const required = createRequire(import.meta.url)("koffi") as Koffi;
    loaded = { koffi: required, library: required.load(null) };
    return loaded;
  } catch (error) {
    throw unavailable(error);
  }
}

function unavailable(cause: unknown): Error {
  const reason = cause instanceof Error ? (cause.message.split("\n", 1)[0] ?? "") : String(cause);
  return dpmError("ERR_DPM_PROCESS_ENGINE_UNAVAILABLE", { engine: "posix", reason });
}
