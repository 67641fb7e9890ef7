import { createLogger } from "@dpm/logger";
import { expect, test } from "vitest";
import type { ShutdownWish } from "../services.ts";
import { createEnding, type Ending } from "./ending.ts";

const wish: ShutdownWish = { leave: false, cause: "SIGTERM" };

function start(): { ending: Ending; asked: boolean[] } {
  const asked: boolean[] = [];
  const ending = createEnding({
    supervisor: {
      shutdown: async ({ leave }) => {
        asked.push(leave);
        return { survivors: [] };
      },
    },
    log: createLogger({ level: "silent", console: "none" }),
    timeoutMs: () => 1_000,
  });
  return { ending, asked };
}

test("an end is begun once, and whoever asks again gets the same answer", async () => {
  const { ending, asked } = start();
  expect(ending.begunBy).toBeNull();
  const first = ending.end(wish);
  expect(ending.begunBy).toBe("SIGTERM");
  expect(ending.end({ leave: true, cause: "again" })).toBe(first);
  expect(await ending.ended).toEqual({ survivors: [] });
  expect(asked).toEqual([false]);
});

test("once another program takes over a wish is noted for that, and nothing is touched", () => {
  const { ending, asked } = start();
  ending.defer();
  expect(ending.deferred).toBeNull();
  void ending.end({ leave: true, cause: "a person" });
  void ending.end(wish);
  ending.hurry();
  expect(ending.deferred).toEqual({ leave: true, cause: "a person" });
  expect([ending.begunBy, asked]).toEqual([null, []]);
});
