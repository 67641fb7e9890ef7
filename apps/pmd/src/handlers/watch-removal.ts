import type { Supervisor } from "@dpm/process-core";

// A look also comes after the last one that found it, so that followers have read its last words.
const lookMs = 500;

/** Tells when a process that a reload took out of the configuration is gone. */
export interface RemovalWatch {
  readonly signal: AbortSignal;
  close(): void;
}

/** Looks again and again whether the supervisor still knows a process: it does until nothing of it is left. */
export function watchRemoval(supervisor: Pick<Supervisor, "status">, id: string): RemovalWatch {
  const removed = new AbortController();
  let wasGone = false;
  const timer = setInterval(() => {
    const isGone = supervisor.status([id]).length === 0;
    if (isGone && wasGone) removed.abort();
    wasGone = isGone;
  }, lookMs);
  // A daemon that ends must not wait for it.
  timer.unref();
  return { signal: removed.signal, close: () => clearInterval(timer) };
}
