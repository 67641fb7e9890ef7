import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { certificateAuthority, temporaryDirectory } from "@dpm/test-kit";
import { expect, it } from "vitest";

import { fakeServer } from "./fake-server.ts";
import { pmc } from "./fake-world.ts";
import { row, status } from "./rows.ts";

it("TLS: the authority and the client's certificate are given as files, and without them the connection fails as such", async () => {
  const authority = await certificateAuthority();
  const server = await authority.issueServer();
  const client = await authority.issueClient();
  const directory = temporaryDirectory();
  const file = (name: string, text: string): string => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  const ca = file("ca.pem", authority.certificate);
  const certificate = file("certificate.pem", client.certificate);
  const key = file("key.pem", client.key);
  const { address } = await fakeServer(
    async function* () {
      yield { processes: { rows: [row(status("id0"))] } };
    },
    { address: "tls://127.0.0.1:0", tls: { ...server, clientCa: authority.certificate } },
  );
  const ping = ["ping", "--server", address];
  expect(address).toMatch(/^tls:/u);
  const full = await pmc([...ping, "--ca", ca, "--certificate", certificate, "--key", key]);
  expect(full.status).toBe(0);
  const strange = await pmc(ping);
  expect(strange.status).toBe(69);
  expect(strange.stderr).toContain("TLS");
  expect(strange.stderr).toContain("--ca FILE");
  expect(strange.stderr).not.toContain("Node.js");
  const nameless = await pmc([...ping, "--ca", ca]);
  expect(nameless.status).toBe(69);
  expect(nameless.stderr).toContain("--certificate FILE and --key FILE");
  expect(nameless.stderr).not.toMatch(/lost|may or may not/u);
  const missing = await pmc([...ping, "--ca", join(directory, "none")]);
  expect(missing.status).toBe(2);
});

it("TLS: a port that is one for TLS is told to be one when it was dialled without", async () => {
  const authority = await certificateAuthority();
  const { address } = await fakeServer(async function* () {}, {
    address: "tls://127.0.0.1:0",
    tls: await authority.issueServer(),
  });
  const plain = await pmc(["ping", "--server", address.replace("tls://", "")]);
  expect(plain.status).toBe(69);
  expect(plain.stderr).toContain(address);
  expect(plain.stderr).not.toMatch(/lost|may or may not/u);
});
