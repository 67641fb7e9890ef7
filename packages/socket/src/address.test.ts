import { isDpmError } from "@dpm/errors";
import { assert, constantFrom, integer, ipV4, ipV6, oneof, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";

import {
  type Address,
  defaultAddress,
  formatAddress,
  isLoopback,
  parseAddress,
} from "./address.ts";

describe("an address", () => {
  test.each<[string, Address]>([
    ["127.0.0.1:8988", { kind: "tcp", host: "127.0.0.1", port: 8988 }],
    ["localhost:0", { kind: "tcp", host: "localhost", port: 0 }],
    ["[::1]:8988", { kind: "tcp", host: "::1", port: 8988 }],
    ["tls://host.example:65535", { kind: "tls", host: "host.example", port: 65_535 }],
    ["tls://[fe80::1%eth0]:1", { kind: "tls", host: "fe80::1%eth0", port: 1 }],
    ["unix:/run/dpm/pmd.sock", { kind: "unix", path: "/run/dpm/pmd.sock" }],
    ["unix:/with space:and colon", { kind: "unix", path: "/with space:and colon" }],
  ])("is read from %s and written back", (text, address) => {
    expect(parseAddress(text)).toEqual(address);
    expect(formatAddress(address)).toBe(text);
  });

  test("reads back whatever was written, for all hosts and ports", () => {
    const hosts = oneof(ipV4(), ipV6(), constantFrom("a", "web-1.example.org", "ümlaut.example"));
    assert(
      property(
        tuple(
          constantFrom("tcp" as const, "tls" as const),
          hosts,
          integer({ min: 0, max: 65_535 }),
        ),
        ([kind, host, port]) => {
          expect(parseAddress(formatAddress({ kind, host, port }))).toEqual({ kind, host, port });
        },
      ),
    );
  });

  test.each([
    ["", "the port is missing"],
    ["localhost", "the port is missing"],
    [":8988", "the host is missing"],
    ["localhost:", '"" is not a port'],
    ["localhost:65536", "is not a port"],
    ["localhost:-1", "is not a port"],
    ["localhost:0x10", "is not a port"],
    ["localhost:80 ", "is not a port"],
    ["::1:8988", "written in brackets"],
    ["[127.0.0.1]:1", "is not an IPv6 address"],
    ["http://localhost:80", "written in brackets"],
    ["user@host:80", "is not a host name"],
    ["a b:80", "is not a host name"],
    ["unix:", "has to start with /"],
    ["unix:run/pmd.sock", "has to start with /"],
    ["unix:/run/", "cannot end with /"],
    ["unix:/a\0b", "zero byte"],
  ])("is refused with a reason: %j", (text, why) => {
    let error: unknown;
    try {
      parseAddress(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(isDpmError(error) && [error.code, error.message]).toEqual([
      "ERR_DPM_WIRE_ADDRESS",
      expect.stringContaining(why),
    ]);
  });

  test("is by default a loopback one, port 8988", () => {
    expect(formatAddress(defaultAddress)).toBe("127.0.0.1:8988");
    expect(isLoopback(defaultAddress)).toBe(true);
  });

  test.each([
    "127.255.0.1:1",
    "[::1]:1",
    "[0:0:0:0:0:0:0:1]:1",
    "[::ffff:127.0.0.1]:1",
    "LocalHost:1",
    "unix:/x",
  ])("is on this machine: %s", (text) => {
    expect(isLoopback(parseAddress(text))).toBe(true);
  });

  test.each([
    "0.0.0.0:1",
    "[::]:1",
    "128.0.0.1:1",
    "[::ffff:10.0.0.1]:1",
    "localhost.example:1",
    "127.0.0.1.example:1",
  ])("may be anywhere: %s", (text) => {
    expect(isLoopback(parseAddress(text))).toBe(false);
  });
});
