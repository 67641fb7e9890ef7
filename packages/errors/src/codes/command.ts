/** Errors in what was typed on the command line, found before any connection. */
export const commandCodes = {} as const;
