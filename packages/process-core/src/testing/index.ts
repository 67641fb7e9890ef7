export { defineProcess } from "./define-process.ts";
export { createFakeClock, type FakeClock } from "./fake-clock.ts";
export { type Behaviour, createFakeEngine, type FakeEngine } from "./fake-engine.ts";
export { createFakeHookRunner, type FakeHookRunner } from "./fake-hook-runner.ts";
export { createFakeProber, type FakeProber } from "./fake-prober.ts";
export { createFakeStore, type FakeStore } from "./fake-store.ts";
export { createHarness, type Harness } from "./harness.ts";
export { createMortalPorts, type MortalPorts } from "./mortal-ports.ts";
export { createMortal, succeed } from "./mortal-harness.ts";
