// Each bug that programs of this kind had before, by the number it has in docs/decisions/0003-bugs-of-earlier-programs.md.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createConnection, type Socket } from "node:net";
import { join } from "node:path";
import { isAlive, openFilesOf, waitUntil } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { startDaemon } from "./daemon.ts";

/** Pids of living processes whose command line is exactly this. */
function pidsOf(...argv: string[]): number[] {
  const wanted = `${argv.join("\u0000")}\u0000`;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8") === wanted && isAlive(pid);
      } catch {
        return false;
      }
    });
}

test(
  "1: a child that ignores SIGTERM is gone when the stop says so, and not before",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(`<processManager>
    <process id="deaf" shell="true" command="trap '' TERM; echo armed; while :; do sleep 0.1; done" stopTimeout="500ms"/>
  </processManager>`);
    const [before] = await daemon.rows("ping", "deaf");
    const ended = await daemon.pmc("stop", "deaf");
    expect(ended.status).toBe(0);
    expect(isAlive(before?.pid ?? 0)).toBe(false);
    const [after] = await daemon.rows("ping", "deaf");
    expect(after).toMatchObject({ state: "stopped", pid: null });
  },
);

test(
  "1: a program that does not exist is a failed start with errno and path, beside two good ones",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(`<processManager>
    <process id="good-1" command="sleep 1000" autostart="false"/>
    <process id="bad" command="/no/such/program" autostart="false" restart="no"/>
    <process id="good-2" command="sleep 1000" autostart="false"/>
  </processManager>`);
    const ended = await daemon.pmc("--json", "start");
    expect(ended.status).toBe(1);
    const rows =
      (
        JSON.parse(ended.stdout) as {
          servers: { processes: { id: string; ok: boolean; error?: { message: string } }[] }[];
        }
      ).servers[0]?.processes ?? [];
    expect(Object.fromEntries(rows.map(({ id, ok }) => [id, ok]))).toEqual({
      "good-1": true,
      bad: false,
      "good-2": true,
    });
    const message = rows.find(({ id }) => id === "bad")?.error?.message;
    expect(message).toContain("ENOENT");
    expect(message).toContain("/no/such/program");
  },
);

function connect(address: string): Promise<Socket> {
  const [host, port] = address.split(":");
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port: Number(port) }, () => resolve(socket));
    socket.on("error", reject);
    onTestFinished(() => void socket.destroy());
  });
}

test(
  "2: an idle connection, an HTTP request and a slow start delay nobody",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(`<processManager>
    <process id="quick" command="sleep 1000"/>
    <process id="slow" command="sleep 1000" autostart="false" startTimeout="20s"><readiness tcp="127.0.0.1:1" period="100ms" failureThreshold="1000"/></process>
  </processManager>`);
    await connect(daemon.address);
    const http = await connect(daemon.address);
    http.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const slow = daemon.pmc("--timeout", "15s", "start", "slow");
    await waitUntil(async () => (await daemon.rows("ping", "slow"))[0]?.state === "running", {
      what: "the slow start to begin",
    });
    expect(await daemon.rows("ping", "slow")).toMatchObject([{ ready: false }]);
    const started = performance.now();
    expect(await daemon.pmc("ping", "quick")).toMatchObject({ status: 0 });
    expect(performance.now() - started).toBeLessThan(5000);
    await daemon.pmc("stop", "slow");
    expect((await slow).status).not.toBe(0);
  },
);

test(
  "3: the configuration of hundreds of processes is displayed whole",
  { timeout: 60_000 },
  async () => {
    const names = Array.from(
      { length: 400 },
      (_, index) => `process-with-a-rather-long-name-${index}`,
    );
    const daemon = await startDaemon(
      `<processManager>${names.map((id) => `<process id="${id}" command="sleep 1000" autostart="false" description="${"x".repeat(200)}"/>`).join("")}</processManager>`,
    );
    const ended = await daemon.pmc("config", "-display");
    expect(ended.status).toBe(0);
    for (const id of names) expect(ended.stdout).toContain(id);
    expect(isAlive(daemon.pid)).toBe(true);
  },
);

test("4: a crash loop backs off", { timeout: 60_000 }, async () => {
  const daemon = await startDaemon(
    '<processManager><process id="crash" shell="true" command="echo run; exit 7"/></processManager>',
  );
  await waitUntil(async () => (await daemon.rows("ping", "crash"))[0]?.state === "backoff", {
    deadlineMs: 20_000,
    what: "back-off",
  });
  const [row] = await daemon.rows("ping", "crash");
  expect(row?.restarts).toBeLessThanOrEqual(6);
  expect(row?.lastExit).toMatchObject({ code: 7 });
});

test(
  "4: after kill -9 the next daemon has the same children on the same port, once each",
  { timeout: 90_000 },
  async () => {
    const unique = `10${Math.floor(Math.random() * 1e6)}`;
    const daemon = await startDaemon(
      `<processManager><process id="kept" command="sleep ${unique}"/></processManager>`,
    );
    const [before] = await daemon.rows("ping", "kept");
    for (let round = 0; round < 3; round += 1) {
      await daemon.kill();
      expect(pidsOf("sleep", unique)).toEqual([before?.pid]);
      await daemon.restart();
    }
    expect(await daemon.rows("ping", "kept")).toMatchObject([
      { state: "running", pid: before?.pid, restarts: 0 },
    ]);
    expect(pidsOf("sleep", unique)).toEqual([before?.pid]);
  },
);

test("5: a reload applies what changed, and only that", { timeout: 60_000 }, async () => {
  const daemon = await startDaemon(`<!-- a file may begin with a comment -->
<processManager>
  <process id="same" command="sleep 1000"/>
  <process id="changed" command="sleep 1001"/>
  <process id="removed" command="sleep 1002"/>
</processManager>`);
  const before = Object.fromEntries((await daemon.rows("ping")).map(({ id, pid }) => [id, pid]));
  writeFileSync(
    daemon.configFile,
    `<processManager>
  <process id="same" command="sleep 1000"/>
  <process id="changed" command="sleep 1003"/>
  <process id="added" command="sleep 1004"/>
</processManager>`,
  );
  expect(await daemon.pmc("config", "-reload")).toMatchObject({ status: 0 });
  await waitUntil(
    async () => (await daemon.rows("ping")).every(({ state }) => state === "running"),
    { what: "all to run" },
  );
  const after = Object.fromEntries((await daemon.rows("ping")).map(({ id, pid }) => [id, pid]));
  expect(Object.keys(after).toSorted()).toEqual(["added", "changed", "same"]);
  expect(after["same"]).toBe(before["same"]);
  expect(readFileSync(`/proc/${after["changed"]}/cmdline`, "utf8")).toBe("sleep\u00001003\u0000");
  expect(isAlive(before["removed"] ?? 0)).toBe(false);
});

test(
  "5: an unknown key is named with its place, and nothing changes",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(
      '<processManager>\n  <process id="id0" command="sleep 1000"/>\n</processManager>',
    );
    const before = await daemon.rows("ping");
    writeFileSync(
      daemon.configFile,
      '<processManager>\n  <process id="id0" command="sleep 1000" stopTimout="3s"/>\n</processManager>',
    );
    const ended = await daemon.pmc("config", "reload");
    expect(ended.status).toBe(78);
    expect(ended.stderr).toMatch(/pmd\.xml:2:\d+: .*stopTimout/);
    expect(ended.stderr).toContain("stopTimeout");
    expect((await daemon.rows("ping")).map(({ pid }) => pid)).toEqual(before.map(({ pid }) => pid));
  },
);

test(
  "6: environment variables stay variables, and the child has a PATH and nothing of the daemon's",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(
      '<processManager><process id="id0" command="sleep 1000"><environment name="GREETING" value="hello world"/></process></processManager>',
      { environment: { SECRET_OF_THE_DAEMON: "1" } },
    );
    const [row] = await daemon.rows("ping", "id0");
    const environment = readFileSync(`/proc/${row?.pid}/environ`, "utf8").split("\u0000");
    expect(readFileSync(`/proc/${row?.pid}/cmdline`, "utf8")).toBe("sleep\u00001000\u0000");
    expect(environment).toContain("GREETING=hello world");
    expect(environment.some((line) => line.startsWith("PATH=/"))).toBe(true);
    expect(
      environment.filter(
        (line) => line.startsWith("SECRET_OF_THE_DAEMON") || line.startsWith("DPM_"),
      ),
    ).toEqual([]);
  },
);

test(
  "7: the port is bound to loopback only, and a stranger without the token runs nothing",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(
      '<processManager><process id="id0" command="sleep 1000" autostart="false"/></processManager>',
    );
    const port = Number(daemon.address.split(":")[1]).toString(16).toUpperCase().padStart(4, "0");
    const sockets = new Set(
      openFilesOf(daemon.pid).flatMap((name) => /^socket:\[(\d+)\]$/.exec(name)?.[1] ?? []),
    );
    const listening = ["tcp", "tcp6"]
      .flatMap((table) => readFileSync(`/proc/net/${table}`, "utf8").trim().split("\n").slice(1))
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === "0A" && sockets.has(fields[9] ?? ""))
      .map((fields) => fields[1]);
    expect(listening).toEqual([`0100007F:${port}`]);

    writeFileSync(join(daemon.directory, "wrong"), `${"A".repeat(43)}\n`, { mode: 0o600 });
    const refused = await daemon.pmc(
      "--server",
      daemon.address,
      "--token-file",
      join(daemon.directory, "wrong"),
      "start",
      "id0",
    );
    expect(refused.status).toBe(77);
    expect(await daemon.rows("ping", "id0")).toMatchObject([{ state: "stopped", pid: null }]);
  },
);

test(
  "8: a counter that limits is counted: the start limit ends a crash loop",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(
      '<processManager><process id="crash" shell="true" command="echo run; exit 1" restart="always" startLimit="3/60s"/></processManager>',
    );
    await waitUntil(async () => (await daemon.rows("ping", "crash"))[0]?.state === "fatal", {
      deadlineMs: 30_000,
      what: "fatal",
    });
    // Of the text alone: the index of times beside it is binary, and any byte there may be the one that ends a line.
    const text = (): string => readFileSync(`${daemon.stateDirectory}/log/crash.out.log`, "utf8");
    await waitUntil(() => text().length >= "run\n".length * 4, { what: "the last line" });
    // The first start, and three more.
    expect(text()).toBe("run\n".repeat(4));
  },
);

test("descriptors that pmd inherited reach no process", { timeout: 60_000 }, async () => {
  const daemon = await startDaemon(
    '<processManager><process id="id0" command="sleep 1000"/></processManager>',
    { inherited: 300 },
  );
  const [row] = await daemon.rows("ping", "id0");
  expect(readdirSync(`/proc/${row?.pid}/fd`).toSorted()).toEqual(["0", "1", "2"]);
});
