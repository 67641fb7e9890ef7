/** Errors of supervised processes: starting, stopping, signalling. */
export const processCodes = {} as const;
