import { expect, test } from "vitest";
import { pmdFromSources } from "./pmd-command.ts";
import { runChaos } from "./run-chaos.ts";

// Another one for each run; a failure names it.
const seed = Date.now() % 1_000_000;
const mostMs = 110_000;

test(
  "pmd that is killed again and again loses, doubles and revives nothing",
  { timeout: 300_000 },
  async () => {
    const outcome = await runChaos({
      seed,
      first: 0,
      rounds: 300,
      mostMs,
      command: pmdFromSources,
      words: [],
      told: () => {},
    });
    expect(outcome.violations).toEqual([]);
    expect(outcome.rounds).toBeGreaterThan(5);
  },
);
