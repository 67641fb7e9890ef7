import { createHarness, type Harness } from "./harness.ts";
import { createMortalPorts, type MortalPorts } from "./mortal-ports.ts";

/** A daemon that can be killed, and its successor on the same system and store. */
export function createMortal(): { readonly harness: Harness; readonly ports: MortalPorts } {
  const world = createHarness();
  const ports = createMortalPorts(world);
  const { clock, engine, store } = ports;
  return { harness: createHarness({ clock, engine, store }, world), ports };
}

/** The daemon after one that died. */
export function succeed({ clock, engine, store, prober, hookRunner }: Harness): Harness {
  return createHarness({}, { clock, engine, store, prober, hookRunner });
}
