/** A socket of Bun. */
export interface BunSocket {
  /** How many bytes the kernel took; -1 when the socket is closed. */
  write(bytes: Uint8Array): number;
  pause(): void;
  resume(): void;
  /** Closes the writing half. */
  shutdown(): void;
  /** Closes both halves at once. */
  terminate(): void;
  setNoDelay(on: boolean): void;
  setKeepAlive(on: boolean, afterMs: number): void;
}

/** What Bun tells about a socket. */
export interface BunSocketEvents {
  open(socket: BunSocket): void;
  data(socket: BunSocket, chunk: Uint8Array): void;
  drain(socket: BunSocket): void;
  end(socket: BunSocket): void;
  error(socket: BunSocket, error: Error): void;
  close(socket: BunSocket, error?: Error): void;
}

/** Where Bun connects to. */
export type BunPlace = BunHostPlace | { readonly unix: string };

/** A numeric address and a port. */
export interface BunHostPlace {
  readonly hostname: string;
  readonly port: number;
}

/** The part of Bun that is used here; a native program has it, Node has not. */
export interface BunRuntime {
  connect(options: BunPlace & { readonly socket: BunSocketEvents }): Promise<BunSocket>;
  udpSocket(options: {
    /** The own address; of the family of the other end. */
    readonly hostname: string;
    readonly connect: BunHostPlace;
  }): Promise<{ close(): void }>;
}

/** Bun, where this program runs on it: its sockets are there sooner than those of `node:net`. */
export const bun: BunRuntime | undefined = (globalThis as { readonly Bun?: BunRuntime }).Bun;
