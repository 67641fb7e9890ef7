import { dpmError, isDpmError } from "@dpm/errors";
import { errnoOf, messageOf } from "../failure.ts";
import type { Troubles } from "../troubles.ts";

const retryMs = 3_000;

/** A file that is convenient for others, and that the daemon works without. */
export interface Convenience {
  /** Of its trouble. */
  readonly name: string;
  readonly path: string;
  /** What nobody has while it is missing, after "pmd works without it, but". */
  readonly loss: string;
  /** Throws when it could not be written. */
  readonly write: () => void;
}

/** Writes it now, or as soon as it can be written; until then it is a trouble. Never throws. The answer ends the attempts. */
export function keepWritten(
  { name, path, loss, write }: Convenience,
  troubles: Pick<Troubles, "set" | "clear">,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const attempt = (): void => {
    try {
      write();
      troubles.clear(name);
    } catch (cause) {
      const errno = errnoOf(cause) ?? messageOf(cause);
      const error = isDpmError(cause)
        ? cause
        : dpmError("ERR_DPM_DAEMON_FILE_UNWRITTEN", { path, errno, loss }, cause);
      troubles.set(name, error);
      timer = setTimeout(attempt, retryMs);
    }
  };
  attempt();
  return () => clearTimeout(timer);
}
