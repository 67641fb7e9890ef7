import { closeSync, openSync, writeSync } from "node:fs";

/** The guardian that has started this pmd; it watches until it is dismissed. */
export interface FormerGuardian {
  /** Ends it: another one watches, or pmd is not wanted. */
  dismiss(): void;
}

// guardian-script.ts gives pmd the link under this number.
const linkFd = 3;

/** Takes the link to the guardian that has started this pmd. To be called before anything is started, which would inherit it. */
export function takeFormerGuardian(): FormerGuardian {
  let link: number | null = null;
  try {
    // Opened anew it is closed on exec, which the inherited one is not.
    link = openSync(`/dev/fd/${linkFd}`, "w");
    closeSync(linkFd);
  } catch {
    // Whoever wrote --revived by hand has no guardian.
  }
  return {
    dismiss() {
      if (link === null) return;
      try {
        writeSync(link, "done\n");
      } catch {
        // It is gone already.
      }
      closeSync(link);
      link = null;
    },
  };
}
