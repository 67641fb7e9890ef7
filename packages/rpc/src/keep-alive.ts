import type { Clock } from "./clock.ts";

/** A peer whose silence is watched. */
export interface Watched {
  /** Set by whoever receives a frame of it; cheaper than a look at the clock for each frame. */
  heard: boolean;
  /** Asks the peer whether it is there. */
  probe(): void;
  /** Gives the peer up. */
  giveUp(silentMs: number): void;
}

/** How much silence is met with a question, and how much is the end. */
export interface SilenceLimits {
  readonly probeAfterMs: number;
  /** At least two seconds more than `probeAfterMs`. */
  readonly giveUpAfterMs: number;
}

/** Watches any number of peers with one timer, which runs only while there is one. */
export interface KeepAlive {
  /** Starts to watch; the answer stops. */
  watch(peer: Watched): () => void;
}

const sweepMs = 1_000;

/** Makes a watch over silence. No peer is given up later than `giveUpAfterMs`, nor more than two seconds earlier. */
export function createKeepAlive(clock: Clock, limits: SilenceLimits): KeepAlive {
  const heardAtMs = new Map<Watched, number>();
  let disarm: (() => void) | undefined;
  let sweptAtMs = clock.monotonicMs();

  const sweep = (): void => {
    const nowMs = clock.monotonicMs();
    // After the process itself was suspended, peers get a fresh chance instead of being blamed for its sleep.
    const overslept = nowMs - sweptAtMs > limits.probeAfterMs;
    for (const [peer, atMs] of heardAtMs) {
      if (peer.heard || overslept) {
        peer.heard = false;
        // It was heard at some moment since the last sweep; taking the earliest keeps the promise of "no later".
        heardAtMs.set(peer, overslept ? nowMs : sweptAtMs);
        continue;
      }
      const silentMs = nowMs - atMs;
      // The next sweep would be too late.
      if (silentMs + sweepMs > limits.giveUpAfterMs) {
        heardAtMs.delete(peer);
        peer.giveUp(limits.giveUpAfterMs);
      } else if (silentMs >= limits.probeAfterMs) peer.probe();
    }
    sweptAtMs = nowMs;
    disarm = heardAtMs.size === 0 ? undefined : clock.callAt(nowMs + sweepMs, sweep);
  };

  return {
    watch: (peer) => {
      heardAtMs.set(peer, clock.monotonicMs());
      if (disarm === undefined) {
        sweptAtMs = clock.monotonicMs();
        disarm = clock.callAt(sweptAtMs + sweepMs, sweep);
      }
      return () => {
        heardAtMs.delete(peer);
        if (heardAtMs.size > 0) return;
        disarm?.();
        disarm = undefined;
      };
    },
  };
}
