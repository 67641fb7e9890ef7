import { expect, test } from "vitest";

import { createKeepAlive, type Watched } from "./keep-alive.ts";
import { createManualClock, type ManualClock } from "./testing/manual-clock.ts";

interface NotedPeer extends Watched {
  readonly probedAtMs: number[];
  givenUpAtMs: number | undefined;
}

function setUp(): {
  clock: ManualClock;
  watchPeer: () => { peer: NotedPeer; unwatch: () => void };
} {
  const clock = createManualClock();
  const keepAlive = createKeepAlive(clock, { probeAfterMs: 5_000, giveUpAfterMs: 15_000 });
  const watchPeer = (): { peer: NotedPeer; unwatch: () => void } => {
    const peer: NotedPeer = {
      heard: false,
      probedAtMs: [],
      givenUpAtMs: undefined,
      probe: () => peer.probedAtMs.push(clock.monotonicMs()),
      giveUp: () => {
        peer.givenUpAtMs = clock.monotonicMs();
      },
    };
    return { peer, unwatch: keepAlive.watch(peer) };
  };
  return { clock, watchPeer };
}

test("A silent peer is probed after five seconds and given up before fifteen have passed", () => {
  const { clock, watchPeer } = setUp();
  const { peer } = watchPeer();
  for (let second = 0; second < 30; second += 1) clock.advance(1_000);
  expect(peer.probedAtMs[0]).toBe(6_000);
  expect(peer.givenUpAtMs).toBeGreaterThan(13_000);
  expect(peer.givenUpAtMs).toBeLessThanOrEqual(16_000);
});

test("A peer that answers now and then is never given up, and one that always talks is never probed", () => {
  const { clock, watchPeer } = setUp();
  const answering = watchPeer().peer;
  const talking = watchPeer().peer;
  for (let second = 0; second < 300; second += 1) {
    talking.heard = true;
    if (answering.probedAtMs.length > 0 && second % 9 === 0) answering.heard = true;
    clock.advance(1_000);
  }
  expect([answering.givenUpAtMs, talking.givenUpAtMs]).toEqual([undefined, undefined]);
  expect(answering.probedAtMs.length).toBeGreaterThan(10);
  expect(talking.probedAtMs).toEqual([]);
});

test("A peer is not blamed for the time in which this process itself stood still", () => {
  const { clock, watchPeer } = setUp();
  const { peer } = watchPeer();
  clock.advance(2_000);
  // As after SIGSTOP: a timer that is a minute late.
  clock.jump(60_000);
  expect(peer.givenUpAtMs).toBeUndefined();
  clock.advance(20_000);
  expect(peer.givenUpAtMs).toBeGreaterThan(62_000);
});

test("The timer runs only while someone is watched", () => {
  const { clock, watchPeer } = setUp();
  const first = watchPeer();
  const second = watchPeer();
  first.unwatch();
  expect(clock.pending).toBe(1);
  second.unwatch();
  clock.advance(5_000);
  expect(clock.pending).toBe(0);
  expect(first.peer.givenUpAtMs ?? second.peer.givenUpAtMs).toBeUndefined();
});
