import type { RotationLimits } from "@dpm/captured-log";
import type { LogOwner } from "@dpm/launch";
import type { FifoStream } from "./fifo.ts";
import type { Loss } from "./loss.ts";

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
  dropped: Loss;
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
  // By id, whose string is there anyway.
  const ofStream = { out: new Map<string, Channel>(), err: new Map<string, Channel>() };
  const byKey = new Map<number, Channel>();
  return {
    get: (id, stream) => ofStream[stream].get(id),
    byKey: (key) => byKey.get(key),
    all: () => byKey.values(),
    add: (channel) => {
      ofStream[channel.stream].set(channel.id, channel);
      byKey.set(channel.key, channel);
    },
    delete: (channel) => {
      ofStream[channel.stream].delete(channel.id);
      byKey.delete(channel.key);
    },
  };
}
