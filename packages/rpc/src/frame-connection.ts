import type { DpmError } from "@dpm/errors";

/** What carries frames: one end of a connection of @dpm/socket. */
export interface FrameConnection {
  readonly peer: {
    /** How messages name the other side. */
    readonly address: string;
    readonly kind: "tcp" | "tls" | "unix";
    readonly loopback: boolean;
  };
  receive(to: { frame(bytes: Uint8Array): void; closed(error?: DpmError): void }): void;
  /** False above the high-water mark. */
  send(frame: Uint8Array): boolean;
  drained(): Promise<void>;
  readonly bufferedBytes: number;
  setMaxFrameBytes(bytes: number): void;
  pause(): void;
  resume(): void;
  close(): void;
  destroy(error?: DpmError): void;
}
