import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { changeChannels } from "./change-channels.ts";
import { createChannels } from "./channels.ts";
import { createLogPlaces } from "./log-places.ts";

test("a FIFO has its name until all that was in it is moved, so that a daemon that comes after a dead one finds it", async () => {
  const directory = temporaryDirectory();
  const fifo = join(directory, "a.out");
  execFileSync("mkfifo", [fifo]);
  const channels = createChannels();
  const limits = { maxBytes: null, maxAgeMs: null, backups: 1, totalBytes: null, compress: false };
  const log = { path: join(directory, "a.log"), limits, owner: null };
  const dropped = { bytes: 0, lines: 0 };
  channels.add({ id: "a", stream: "out", key: 7, fifo, ...log, isLeft: false, dropped });
  const detached = Promise.withResolvers<readonly { readonly writers: boolean }[]>();
  const asked: unknown[] = [];
  const never = (): never => {
    throw new Error("not for this");
  };
  const released: (readonly string[])[] = [];
  const changing = changeChannels(
    {
      directory,
      channels,
      places: createLogPlaces(directory, () => []),
      holders: {
        adopt: never,
        lost: never,
        reach: never,
        note: never,
        ended: never,
        close: never,
        hold: () => {},
        release: (fifos) => void released.push(fifos),
      },
      thread: {
        tell: never,
        watch: never,
        unwatch: never,
        end: never,
        ask: (request) => {
          asked.push(request);
          return detached.promise;
        },
      },
    },
    [{ kind: "release", id: "a" }],
  );
  await new Promise(setImmediate);
  expect(asked).toEqual([{ kind: "detach", keys: [7] }]);
  expect(existsSync(fifo)).toBe(true);
  expect(released).toEqual([]);
  detached.resolve([{ writers: false }]);
  await changing;
  expect(existsSync(fifo)).toBe(false);
  expect(released).toEqual([[fifo]]);
});
