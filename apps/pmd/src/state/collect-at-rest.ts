/** So many tasks leave enough behind to be worth a collection. */
const manyTasks = 1_000;
const restMs = 1_000;

/**
 * Answers a function to be told of tasks that were done: after many it calls `collect` once, when none has come for a second. The
 * thread of the database has a heap of its own, three quarters of it garbage after a start of thousands, and kept for as long as
 * nothing is written.
 */
export function collectAtRest(collect: () => void): (tasks: number) => void {
  let done = 0;
  let timer: NodeJS.Timeout | null = null;
  return (tasks) => {
    done += tasks;
    if (done < manyTasks) return;
    if (timer !== null) return void timer.refresh();
    timer = setTimeout(() => {
      timer = null;
      done = 0;
      collect();
    }, restMs);
    timer.unref();
  };
}
