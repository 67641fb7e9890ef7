import type { DpmError } from "@dpm/errors";

/** Tells a person of a lost connection, but not of one that is back before anybody would notice. */
export interface Outage {
  /** The connection was lost, or still can't be had. */
  lost(error: DpmError): void;
  /** It works again; `gap` when output may be missing in between. */
  back(gap: boolean): void;
  close(): void;
}

// An upgrade of pmd, and its revival after a death, take less.
const unnoticedMs = 1_000;

/** Makes an {@link Outage}: each is told once, and its end only if its beginning was told or something is missing. */
export function createOutage(
  onLost: (error: DpmError) => void,
  onBack: (gap: boolean) => void,
): Outage {
  let timer: NodeJS.Timeout | null = null;
  let isTold = false;
  const close = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    lost(error) {
      if (isTold || timer !== null) return;
      timer = setTimeout(() => {
        timer = null;
        isTold = true;
        onLost(error);
      }, unnoticedMs);
    },
    back(gap) {
      close();
      if (isTold || gap) onBack(gap);
      isTold = false;
    },
    close,
  };
}
