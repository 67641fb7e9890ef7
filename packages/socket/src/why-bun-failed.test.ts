import { expect, test } from "vitest";

import type { BunRuntime } from "./bun-runtime.ts";
import { whyBunFailed } from "./why-bun-failed.ts";

const refused = Object.assign(new Error("Failed to connect"), { code: "ECONNREFUSED" });

/** Bun, on a machine whose kernel says this of a place. */
function bunThatKnows(code: string | null): BunRuntime {
  return {
    connect: () => Promise.reject(refused),
    udpSocket: ({ hostname, connect }) => {
      expect(hostname).toBe(connect.hostname.includes(":") ? "::" : "0.0.0.0");
      return code === null
        ? Promise.resolve({ close: () => {} })
        : Promise.reject(Object.assign(new Error(code), { code }));
    },
  };
}

test.each([
  ["192.0.2.1", "ENETUNREACH", 1, "ENETUNREACH"],
  ["2001:db8::1", "EHOSTUNREACH", 1, "EHOSTUNREACH"],
  ["192.0.2.1", null, 1, "ECONNREFUSED"],
  // Nobody has the address.
  ["192.0.2.1", null, 3_060, "EHOSTUNREACH"],
  ["127.0.0.1", "ENETUNREACH", 1, "ECONNREFUSED"],
])("%s, of which the kernel says %s, after %d ms: %s", async (...row) => {
  const [hostname, knows, afterMs, code] = row;
  const place = { hostname, port: 1 };
  const why = await whyBunFailed(bunThatKnows(knows), place, { failure: refused, afterMs });
  expect(why.code).toBe(code);
});

test("what Bun does know is left", async () => {
  const failure = Object.assign(new Error("no"), { code: "EACCES" });
  const place = { hostname: "192.0.2.1", port: 1 };
  const why = await whyBunFailed(bunThatKnows("EIO"), place, { failure, afterMs: 1 });
  expect(why).toBe(failure);
});
