/** Errors in configuration files and in edits of them. */
export const configCodes = {} as const;
