/** What has to be taken apart again, in the reverse order of its making. */
export interface UndoStack {
  add(undo: () => void | Promise<void>): void;
  /** Undoes everything once; a failure of one does not keep the others from it. */
  undo(): Promise<void>;
}

/** Makes an empty stack; `failed` is told what could not be undone. */
export function createUndoStack(failed: (error: unknown) => void): UndoStack {
  const steps: (() => void | Promise<void>)[] = [];
  return {
    add: (step) => void steps.push(step),
    async undo() {
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        try {
          await step();
        } catch (error) {
          failed(error);
        }
      }
    },
  };
}
