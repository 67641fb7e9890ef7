/** What one client, or all together, can make a server hold. */
export interface ServerLimits {
  /** The time from the connection to the end of the handshake. Default 5000. */
  readonly handshakeMs: number;
  /** Connections in their handshake; one more ends the oldest of them. Default 512. */
  readonly pendingHandshakes: number;
  /** Largest frame before the client is let in. Default 64 KiB. */
  readonly preAuthFrameBytes: number;
  /** Largest frame afterwards, both ways. Default 4 MiB. */
  readonly frameBytes: number;
  /** Requests of one connection that run at once. Default 1024. */
  readonly requestsPerConnection: number;
  /** Bytes that wait to be sent to one client; one that lets more pile up is let go. Default 16 MiB. */
  readonly bufferedBytes: number;
  /** How long a client may take nothing of what waits for it. Default 30000. */
  readonly stalledMs: number;
  /** Silence after which a client is asked whether it is there. Default 5000. */
  readonly probeAfterMs: number;
  /** Silence after which a client is taken for dead. Default 15000. */
  readonly giveUpAfterMs: number;
  /** Answers to keyed requests that are kept for another asking. Default 1024. */
  readonly replayCount: number;
  /** Bytes of kept answers in all. Default 16 MiB. */
  readonly replayBytes: number;
  /** How long an answer is kept. Default 5 minutes. */
  readonly replayMs: number;
  /** How long a keyed request runs on after its last asker has vanished. Default 30000. */
  readonly orphanMs: number;
}

/** The limits of a server that sets none. */
export const defaultServerLimits: ServerLimits = {
  handshakeMs: 5_000,
  pendingHandshakes: 512,
  preAuthFrameBytes: 64 * 1024,
  frameBytes: 4 * 1024 * 1024,
  requestsPerConnection: 1024,
  bufferedBytes: 16 * 1024 * 1024,
  stalledMs: 30_000,
  probeAfterMs: 5_000,
  giveUpAfterMs: 15_000,
  replayCount: 1024,
  replayBytes: 16 * 1024 * 1024,
  replayMs: 300_000,
  orphanMs: 30_000,
};
