import type { Clock } from "../clock.ts";

/** Slows down those who guess credentials. A right proof is never delayed, so that nobody is locked out by another's guesses. */
export interface GuessDelay {
  /** Notes a wrong credential from a peer, and says how long its refusal has to take. */
  nextDelayMs(address: string): number;
}

const firstDelayMs = 100;
const longestDelayMs = 4_000;
const forgetAfterMs = 600_000;
const rememberedPeers = 4_096;

interface Guesses {
  count: number;
  lastAtMs: number;
}

/** Makes the memory of wrong guesses: the delay doubles with each one of a machine, up to four seconds. */
export function createGuessDelay(clock: Clock): GuessDelay {
  const byMachine = new Map<string, Guesses>();
  return {
    nextDelayMs: (address) => {
      const nowMs = clock.monotonicMs();
      const machine = toMachine(address);
      const before = byMachine.get(machine);
      const isFresh = before !== undefined && nowMs - before.lastAtMs < forgetAfterMs;
      const guesses = { count: isFresh ? before.count + 1 : 1, lastAtMs: nowMs };
      // The one that guessed longest ago is the first of a Map whose entries are put at the end again.
      byMachine.delete(machine);
      byMachine.set(machine, guesses);
      const [longestAgo] = byMachine.keys();
      if (byMachine.size > rememberedPeers && longestAgo !== undefined)
        byMachine.delete(longestAgo);
      return Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(guesses.count - 1, 16));
    },
  };
}

/** The part of an address that one machine can't change at will: no port, and of IPv6 the first half. */
function toMachine(address: string): string {
  const host = address
    .replace(/^\w+:\/\//u, "")
    .replace(/:\d+$/u, "")
    .replaceAll(/^\[|\]$/gu, "");
  return host.includes(":") ? host.split(":").slice(0, 4).join(":") : host;
}
