import { removeCgroup } from "./cgroups.ts";

/** Removes groups that nothing is alive in, a while after they were found empty: it takes longer than to see that they are. */
export interface EmptyCgroups {
  add(folder: string): void;
  /** Removes all that are left, now. */
  close(): void;
}

const pauseMs = 50;
const sliceMs = 5;

/** Makes the list, empty. */
export function createEmptyCgroups(): EmptyCgroups {
  let folders: string[] = [];
  let timer: NodeJS.Timeout | null = null;

  const work = (): void => {
    timer = null;
    const end = performance.now() + sliceMs;
    while (folders.length > 0 && performance.now() < end) removeCgroup(folders.pop() ?? "");
    if (folders.length > 0) timer = setTimeout(work, 1).unref();
  };

  return {
    add: (folder) => {
      folders.push(folder);
      timer ??= setTimeout(work, pauseMs).unref();
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
      for (const folder of folders) removeCgroup(folder);
      folders = [];
    },
  };
}
