import type { RotationLimits } from "@dpm/captured-log";
import type { LogOwner } from "@dpm/launch";
import type { FifoStream } from "./fifo.ts";

/** One FIFO that is captured. */
export interface Channel {
  /** Names it between the threads. */
  readonly key: number;
  readonly fifo: string;
  readonly id: string;
  readonly stream: FifoStream;
  owner: LogOwner;
  /** The log that it goes to. */
  path: string;
  limits: RotationLimits;
  /** Whether it is of a process that is not configured any more: it is let go of when nobody writes to it. */
  isLeft: boolean;
  dropped: { readonly bytes: number; readonly lines: number };
}

/** The FIFOs that are captured, by process and by key. */
export interface Channels {
  get(id: string, stream: FifoStream): Channel | undefined;
  byKey(key: number): Channel | undefined;
  all(): Iterable<Channel>;
  add(channel: Channel): void;
  delete(channel: Channel): void;
}

/** Makes it, without any. */
export function createChannels(): Channels {
  const byName = new Map<string, Channel>();
  const byKey = new Map<number, Channel>();
  const nameOf = (id: string, stream: FifoStream): string => `${stream} ${id}`;
  return {
    get: (id, stream) => byName.get(nameOf(id, stream)),
    byKey: (key) => byKey.get(key),
    all: () => byKey.values(),
    add: (channel) => {
      byName.set(nameOf(channel.id, channel.stream), channel);
      byKey.set(channel.key, channel);
    },
    delete: (channel) => {
      byName.delete(nameOf(channel.id, channel.stream));
      byKey.delete(channel.key);
    },
  };
}
