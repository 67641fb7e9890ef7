import type { ListenAddress } from "@dpm/config";
import { expect, test } from "vitest";
import { planListeners } from "./plan-listeners.ts";

const plain = (address: string, more: Partial<ListenAddress> = {}): ListenAddress => ({
  address,
  certificate: null,
  key: null,
  clientCa: null,
  insecure: false,
  ...more,
});
const socket = {
  address: { kind: "unix", path: "/r/pmd.sock" },
  certificate: null,
  optional: true,
};

test("the socket file is always among them, once", () => {
  expect(planListeners([], "/r/pmd.sock")).toEqual([socket]);
  expect(planListeners([plain("unix:/r/pmd.sock")], "/r/pmd.sock")).toHaveLength(1);
  expect(planListeners([plain("127.0.0.1:8988")], "/r/pmd.sock")).toEqual([
    { address: { kind: "tcp", host: "127.0.0.1", port: 8988 }, certificate: null, optional: false },
    socket,
  ]);
});

test.each(["0.0.0.0:1", "[::]:1", "192.0.2.1:1", "example.org:1"])(
  "%s without TLS is refused unless it says insecure",
  (address) => {
    expect(() => planListeners([plain(address)], "/s")).toThrow(
      expect.objectContaining({ code: "ERR_DPM_DAEMON_LISTEN_INSECURE" }),
    );
    expect(planListeners([plain(address, { insecure: true })], "/s")[0]).toMatchObject({
      address: { kind: "tcp" },
    });
  },
);

test("a certificate makes TLS of any address, and TLS needs one", () => {
  const files = { certificate: "/c", key: "/k" };
  expect(planListeners([plain("0.0.0.0:1", files)], "/s")[0]).toMatchObject({
    address: { kind: "tls" },
    certificate: files,
  });
  for (const given of [{}, { certificate: "/c" }]) {
    expect(() => planListeners([plain("tls://127.0.0.1:1", given)], "/s")).toThrow(
      expect.objectContaining({ code: "ERR_DPM_WIRE_TLS_CREDENTIALS" }),
    );
  }
});
