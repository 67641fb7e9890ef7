/** Errors of addresses, connections, frames, the handshake and requests. */
export const wireCodes = {} as const;
