import type { RotationLimits } from "@dpm/captured-log";
import type { LogOwner } from "@dpm/launch";
import type { FifoStream } from "./fifo.ts";
import type { HeldFifo } from "./holders.ts";

/** One FIFO that is captured. */
export interface Channel extends HeldFifo {
  readonly id: string;
  readonly stream: FifoStream;
  owner: LogOwner;
  /** The log that it goes to. */
  path: string;
  limits: RotationLimits;
  dropped: { readonly bytes: number; readonly lines: number };
}

/** The FIFOs that are captured, by process and by descriptor. */
export interface Channels {
  get(id: string, stream: FifoStream): Channel | undefined;
  byFd(fd: number): Channel | undefined;
  all(): Iterable<Channel>;
  add(channel: Channel): void;
  delete(channel: Channel): void;
}

/** Makes it, without any. */
export function createChannels(): Channels {
  const byName = new Map<string, Channel>();
  const byFd = new Map<number, Channel>();
  const nameOf = (id: string, stream: FifoStream): string => `${stream} ${id}`;
  return {
    get: (id, stream) => byName.get(nameOf(id, stream)),
    byFd: (fd) => byFd.get(fd),
    all: () => byFd.values(),
    add: (channel) => {
      byName.set(nameOf(channel.id, channel.stream), channel);
      byFd.set(channel.fd, channel);
    },
    delete: (channel) => {
      byName.delete(nameOf(channel.id, channel.stream));
      byFd.delete(channel.fd);
    },
  };
}
