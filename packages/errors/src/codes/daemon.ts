/** Errors of the daemon itself: its directories, lock, state and life cycle. */
export const daemonCodes = {} as const;
