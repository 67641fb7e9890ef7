import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connect, createServer } from "node:tls";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { certificateAuthority } from "./certificate-authority.ts";
import { fixtureProgram } from "./fixture-program.ts";
import {
  childrenOf,
  descendantsOf,
  environmentOf,
  isAlive,
  startTicksOf,
} from "./process-inspection.ts";
import { launchProgram, startProgram } from "./started-program.ts";
import { createTemporaryDirectory, temporaryDirectory } from "./temporary-directory.ts";
import { waitUntil } from "./wait-until.ts";

const left: { pids: number[]; folders: string[] } = { pids: [], folders: [] };

test("a started program and its child are gone after the test, and so is its folder", async () => {
  const folder = temporaryDirectory();
  left.folders.push(folder);
  const file = join(folder, "pid");
  const program = startProgram(fixtureProgram("forks-in-group.sh", file));
  await program.output("ready");
  const grandchild = Number(readFileSync(file, "utf8"));
  expect(descendantsOf(program.pid)).toContain(grandchild);
  expect(childrenOf(program.pid)).toEqual([grandchild]);
  left.pids.push(program.pid, grandchild);
});

test("nothing of the test before is left", () => {
  expect(left.pids).toHaveLength(2);
  expect(left.pids.filter(isAlive)).toEqual([]);
  expect(left.folders.filter(existsSync)).toEqual([]);
});

test("output, end and code of a program are told", async () => {
  const program = startProgram(["/bin/sh", "-c", 'cat; echo "$GREETING" >&2; exit 3'], {
    input: "some input",
    env: { GREETING: "hello" },
  });
  expect(await program.ended).toEqual({ code: 3, signal: null });
  expect([program.stdout(), program.stderr()]).toEqual(["some input", "hello\n"]);
});

test("a program that is not there rejects", async () => {
  await expect(startProgram(["/no/such/program"]).ended).rejects.toThrow("ENOENT");
});

test("a process is inspected through /proc and a zombie counts as dead", async () => {
  const program = launchProgram(["/bin/sleep", "1000"], { env: { WHO: "me" } });
  await waitUntil(() => environmentOf(program.pid)?.["WHO"] === "me");
  expect(startTicksOf(program.pid)).toMatch(/^\d+$/);
  expect(isAlive(program.pid)).toBe(true);
  await program.end();
  expect(isAlive(program.pid)).toBe(false);
  expect(startTicksOf(2 ** 22 + 1)).toBe(null);
});

test("a folder can be disposed of by hand", () => {
  const directory = createTemporaryDirectory();
  expect(existsSync(directory.path)).toBe(true);
  directory.remove();
  expect(existsSync(directory.path)).toBe(false);
});

describe("the certificate authority", () => {
  test("issues certificates with which two peers prove themselves to each other", async () => {
    const authority = await certificateAuthority();
    const mine = await authority.issueServer();
    const theirs = await authority.issueClient("alice");
    const server = createServer({
      key: mine.key,
      cert: mine.certificate,
      ca: authority.certificate,
      requestCert: true,
      rejectUnauthorized: true,
    });
    const name = new Promise((resolve) => {
      server.once("secureConnection", (socket) => {
        resolve(socket.getPeerCertificate().subject.CN);
        socket.end();
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const client = connect({
      port,
      host: "127.0.0.1",
      servername: "localhost",
      ca: authority.certificate,
      key: theirs.key,
      cert: theirs.certificate,
    });
    await once(client, "secureConnect");
    expect(await name).toBe("alice");
    client.destroy();
    server.close();
  });
});
