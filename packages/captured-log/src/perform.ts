/** Does one action of several that belong together; a test lets it stop before or after one. */
export type Perform = <T>(action: () => T) => T;

/** Does it at once. */
export const atOnce: Perform = (action) => action();
