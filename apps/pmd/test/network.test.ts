import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createConnection, type Socket } from "node:net";
import { join } from "node:path";
import { connect } from "@dpm/rpc";
import { dial, parseAddress } from "@dpm/socket";
import {
  certificateAuthority,
  environmentOf,
  openFilesOf,
  startProgram,
  temporaryDirectory,
  waitUntil,
} from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { configured, pmdCommand, startPmd } from "./running-daemon.ts";

const timeout = 60_000;

/** The local addresses that a process listens on by TCP, as /proc has them. */
function listeningAddresses(pid: number): string[] {
  const inodes = new Set(
    openFilesOf(pid).flatMap((name) => /^socket:\[(\d+)\]$/.exec(name)?.[1] ?? []),
  );
  return ["tcp", "tcp6"]
    .flatMap((table) =>
      readFileSync(`/proc/${pid}/net/${table}`, "utf8").trim().split("\n").slice(1),
    )
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === "0A" && inodes.has(fields[9] ?? ""))
    .map((fields) => fields[1] ?? "");
}

function rawConnection(address: string): Socket {
  const [host, port] = address.split(":");
  const socket = createConnection({ host: host ?? "", port: Number(port) });
  socket.on("error", () => {});
  onTestFinished(() => void socket.destroy());
  return socket;
}

test(
  "it listens on loopback alone, and on a socket file that only its user can open",
  { timeout },
  async () => {
    const daemon = await startPmd(configured(""));
    const port = Number(daemon.address.split(":")[1]);
    expect(listeningAddresses(daemon.program.pid)).toEqual([
      `0100007F:${port.toString(16).toUpperCase().padStart(4, "0")}`,
    ]);
    const socket = daemon.published.socket ?? "";
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    const client = await daemon.connect(`unix:${socket}`);
    expect(await client.permission()).toBe("admin");
  },
);

test("over TCP nobody gets in without the token, or with a wrong one", { timeout }, async () => {
  const daemon = await startPmd(
    configured('<process id="a" command="sleep 1000" autostart="false"/>'),
  );
  const knock = async (token?: Uint8Array): Promise<unknown> => {
    const client = await connect(await dial(parseAddress(daemon.address), { timeoutMs: 5_000 }), {
      client: "stranger",
      token,
    });
    for await (const _ of client.request({ start: {} })) throw new Error("it was let in");
    return client.permission();
  };
  await expect(knock()).rejects.toMatchObject({ category: "permission-denied" });
  await expect(knock(new TextEncoder().encode("A".repeat(43)))).rejects.toMatchObject({
    category: "permission-denied",
  });
  expect(await daemon.statuses()).toMatchObject({ a: { state: 0 } });
});

test(
  "an HTTP request, garbage, idle connections and a slow start delay nobody",
  { timeout },
  async () => {
    const daemon = await startPmd(
      configured(`<process id="quick" command="sleep 1000"/>
      <process id="slow" command="sleep 1000" autostart="false" startTimeout="5min"><readiness tcp="127.0.0.1:1" period="1s"/></process>`),
    );
    for (let index = 0; index < 50; index += 1) rawConnection(daemon.address);
    rawConnection(daemon.address).write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    rawConnection(daemon.address).write(Buffer.alloc(100_000, 0xff));
    const client = await daemon.connect();
    const slow = client.request({ start: { selector: { ids: ["slow"] } } });
    const ended = (async (): Promise<void> => {
      for await (const _ of slow) continue;
    })();
    await daemon.pid("slow");
    const begun = performance.now();
    let answers = 0;
    // On the same connection as the slow request, and one after the other.
    for (let round = 0; round < 20; round += 1) {
      for await (const result of client.request({ ping: { selector: { ids: ["quick"] } } })) {
        if (result.payload === "processes") answers += result.processes.rows.length;
      }
    }
    expect(answers).toBe(20);
    expect(performance.now() - begun).toBeLessThan(5_000);
    slow.cancel();
    await ended;
  },
);

test(
  "the status of a thousand processes comes in a few frames, without a second question",
  { timeout },
  async () => {
    const many = Array.from(
      { length: 1_000 },
      (_, index) => `<process id="p${index}" command="sleep 1000" autostart="false"/>`,
    );
    const daemon = await startPmd(configured(many.join("")));
    const client = await daemon.connect();
    const frames = [];
    for await (const result of client.request({ ping: {} }, { credit: 8 })) frames.push(result);
    expect(frames.length).toBeLessThanOrEqual(8);
    expect(
      frames.flatMap((frame) => (frame.payload === "processes" ? frame.processes.rows : [])),
    ).toHaveLength(1_000);
  },
);

test(
  "three starts, one of a missing program: three rows, and the failed one names errno and file",
  { timeout },
  async () => {
    const daemon = await startPmd(
      configured(
        '<defaults autostart="false"/><process id="a" command="sleep 1000"/><process id="bad" command="/no/such/program" restart="no"/><process id="c" command="sleep 1000"/>',
      ),
    );
    const rows = await daemon.rows({ start: {} });
    expect(Object.fromEntries(rows.map(({ status, ok }) => [status?.id, ok]))).toEqual({
      a: true,
      bad: false,
      c: true,
    });
    expect(rows.find(({ ok }) => !ok)?.error?.message).toMatch(/\/no\/such\/program.*ENOENT/);
  },
);

test(
  "start of everything leaves disabled processes out; start of a disabled one is an error",
  { timeout },
  async () => {
    const daemon = await startPmd(
      configured(
        '<process id="off" command="sleep 1000" enabled="false"/><process id="on" command="sleep 1000"/>',
      ),
    );
    expect((await daemon.rows({ start: {} })).map(({ status, ok }) => [status?.id, ok])).toEqual([
      ["on", true],
    ]);
    expect(await daemon.rows({ start: { selector: { ids: ["off"] } } })).toMatchObject([
      { ok: false, error: { code: "ERR_DPM_PROCESS_DISABLED" } },
    ]);
    await expect(daemon.request({ start: { selector: { ids: ["none"] } } })).rejects.toMatchObject({
      category: "not-found",
    });
  },
);

test("globs, groups and pids choose processes", { timeout }, async () => {
  const daemon = await startPmd(
    configured(
      '<group id="web"><process id="web-1" command="sleep 1000"/><process id="web-2" command="sleep 1000"/></group><process id="db" command="sleep 1000"/>',
    ),
  );
  const pid = await daemon.pid("db");
  const ids = async (selector: {
    ids?: string[];
    groups?: string[];
    pids?: number[];
  }): Promise<(string | undefined)[]> =>
    (await daemon.rows({ ping: { selector } })).map(({ status }) => status?.id);
  expect(await ids({ ids: ["web-*"] })).toEqual(["web-1", "web-2"]);
  expect(await ids({ groups: ["web"] })).toEqual(["web-1", "web-2"]);
  expect(await ids({ pids: [pid] })).toEqual(["db"]);
});

test("a signal reaches the process, and one that is none is refused", { timeout }, async () => {
  const daemon = await startPmd(
    configured(
      `<process id="a" shell="true" command="trap 'echo got' HUP; echo armed; while :; do sleep 0.1; done"/>`,
    ),
  );
  const log = join(daemon.stateDirectory, "log/a.out.log");
  await waitUntil(() => readFileSync(log, "utf8").includes("armed"));
  expect(
    await daemon.rows({ signal: { selector: { ids: ["a"] }, signal: "SIGHUP" } }),
  ).toMatchObject([{ ok: true }]);
  await waitUntil(() => readFileSync(log, "utf8").includes("got"));
  await expect(
    daemon.request({ signal: { selector: { ids: ["a"] }, signal: "nonsense" } }),
  ).rejects.toMatchObject({ code: "ERR_DPM_DAEMON_ARGUMENT" });
});

test(
  "a process gets what is configured and nothing of the daemon's environment",
  { timeout },
  async () => {
    const daemon = await startPmd(
      configured(
        '<process id="a" command="sleep 1000"><environment name="GREETING" value="hello world"/></process>',
      ),
      {
        environment: { SECRET_OF_THE_DAEMON: "1", DPM_SETTING_LOG_LEVEL: "info" },
      },
    );
    const environment = environmentOf(await daemon.pid("a")) ?? {};
    expect(environment["GREETING"]).toBe("hello world");
    expect(environment["PATH"]).toMatch(/^\//);
    expect(Object.keys(environment).filter((name) => /^(SECRET|DPM_|NODE_)/.test(name))).toEqual(
      [],
    );
  },
);

test(
  "a socket path that is too long for the kernel is a warning that clients see, and TCP works",
  { timeout },
  async () => {
    const long = join(temporaryDirectory(), "x".repeat(120));
    const directory = temporaryDirectory();
    writeFileSync(join(directory, "pmd.xml"), configured(""));
    const daemon = await startPmd(configured(""), {
      words: ["--runtime-dir", long],
      publishedIn: long,
    });
    expect(daemon.published.socket).toBeNull();
    const troubles = (await daemon.request({ ping: {} })).flatMap((result) =>
      result.payload === "server" ? result.server.troubles : [],
    );
    expect(troubles).toMatchObject([{ code: "ERR_DPM_WIRE_SOCKET_PATH_TOO_LONG" }]);
  },
);

test(
  "TLS is spoken where a certificate is configured, and a renewed one is shown after SIGHUP",
  { timeout },
  async () => {
    const first = await certificateAuthority("first");
    const second = await certificateAuthority("second");
    const directory = temporaryDirectory();
    const write = async (authority: typeof first): Promise<void> => {
      const { certificate, key } = await authority.issueServer();
      writeFileSync(join(directory, "cert.pem"), certificate);
      writeFileSync(join(directory, "key.pem"), key, { mode: 0o600 });
    };
    await write(first);
    const listen = `<settings><listen certificate="${directory}/cert.pem" key="${directory}/key.pem">tls://127.0.0.1:0</listen></settings>`;
    const daemon = await startPmd(configured(listen), { listen: null });
    const shake = async (ca: string): Promise<void> =>
      (await dial(parseAddress(daemon.address), { timeoutMs: 5_000, tls: { ca } })).destroy();
    expect(daemon.address).toMatch(/^tls:\/\/127\.0\.0\.1:\d+$/);
    await shake(first.certificate);
    await expect(shake(second.certificate)).rejects.toMatchObject({ code: "ERR_DPM_WIRE_TLS" });

    await write(second);
    daemon.program.signal("SIGHUP");
    await waitUntil(() => shake(second.certificate).then(() => true));

    writeFileSync(join(directory, "key.pem"), "nonsense");
    daemon.program.signal("SIGHUP");
    await waitUntil(() => daemon.log().includes("TLS private key cannot be used"));
    await shake(second.certificate);
  },
);

test("a token file that others can read keeps the daemon from starting", { timeout }, async () => {
  const daemon = await startPmd(configured(""));
  daemon.program.signal("SIGTERM");
  await daemon.program.ended;
  chmodSync(join(daemon.stateDirectory, "token"), 0o644);
  const refused = startProgram([
    ...pmdCommand,
    "--config",
    daemon.configFile,
    "--state-dir",
    daemon.stateDirectory,
    "--listen",
    "127.0.0.1:0",
  ]);
  expect((await refused.ended).code).toBe(1);
  expect(refused.stderr()).toContain("token");
});

test(
  "logs gives the last lines of both outputs, and follows what is written later",
  { timeout },
  async () => {
    const daemon = await startPmd(
      configured(`<process id="talk" shell="true" command="for i in 1 2 3 4 5; do echo line $i; done; echo trouble >&amp;2; trap 'echo later' USR1; echo armed; while :; do sleep 0.1; done"/>
      <process id="mute" command="sleep 1000" capture="none"/>`),
    );
    const log = join(daemon.stateDirectory, "log/talk.out.log");
    await waitUntil(() => readFileSync(log, "utf8").includes("armed"));
    const chunks = (await daemon.request({ logs: { id: "talk", lines: 2 } })).flatMap((result) =>
      result.payload === "log" ? [result.log] : [],
    );
    // Which of the two came first is known to about 10 ms, and all of this came within that.
    const textOf = (name: string): string =>
      chunks
        .filter(({ stream }) => stream === name)
        .map(({ data }) => Buffer.from(data).toString())
        .join("");
    expect(textOf("stdout")).toBe("line 5\narmed\n");
    expect(textOf("stderr")).toBe("trouble\n");
    const client = await daemon.connect();
    const following = client.request({ logs: { id: "talk", follow: true, lines: 0 } });
    let seen = "";
    const ended = (async (): Promise<void> => {
      for await (const result of following)
        if (result.payload === "log") seen += Buffer.from(result.log.data).toString();
    })();
    await daemon.rows({ signal: { selector: { ids: ["talk"] }, signal: "SIGUSR1" } });
    await waitUntil(() => seen === "later\n", { what: "the later line alone" });
    following.cancel();
    await ended;
    await expect(daemon.request({ logs: { id: "mute" } })).rejects.toMatchObject({
      code: "ERR_DPM_DAEMON_NO_LOG",
    });
    await expect(daemon.request({ logs: { id: "*" } })).rejects.toMatchObject({
      code: "ERR_DPM_DAEMON_ARGUMENT",
    });
  },
);

test("log files that somebody removed are an error, and those of a process that never ran are nothing", async () => {
  const daemon = await startPmd(
    configured(`<process id="quiet" shell="true" command="echo once; exec sleep 1000"/>
    <process id="never" command="sleep 1000" autostart="false"/>`),
  );
  const logs = join(daemon.stateDirectory, "log");
  const log = join(logs, "quiet.out.log");
  await waitUntil(() => existsSync(log) && readFileSync(log, "utf8") === "once\n");
  expect(await daemon.request({ logs: { id: "never" } })).toEqual([]);
  rmSync(log);
  rmSync(join(logs, "quiet.err.log"));
  await expect(daemon.request({ logs: { id: "quiet" } })).rejects.toMatchObject({
    code: "ERR_DPM_PROCESS_LOG_UNREADABLE",
  });
});

test(
  "what is followed ends with the reload that removes it, after its last words and with the reason",
  { timeout },
  async () => {
    const daemon = await startPmd(
      configured(
        `<process id="talk" shell="true" command="trap 'echo last words; exit' TERM; echo armed; while :; do sleep 0.1; done"/>`,
      ),
    );
    const client = await daemon.connect();
    let seen = "";
    const ended = (async (): Promise<void> => {
      for await (const result of client.request({ logs: { id: "talk", follow: true } }))
        if (result.payload === "log") seen += Buffer.from(result.log.data).toString();
    })();
    ended.catch(() => {});
    await waitUntil(() => seen === "armed\n");
    daemon.configure(configured(""));
    await daemon.request({ configReload: {} });
    await expect(ended).rejects.toMatchObject({
      code: "ERR_DPM_DAEMON_PROCESS_REMOVED",
      message: "talk was removed from the configuration",
    });
    expect(seen).toContain("last words\n");
  },
);

test(
  "a restart of one gives it a new pid and leaves the others theirs, and who asked stands in the history",
  { timeout },
  async () => {
    const daemon = await startPmd(
      configured('<process id="a" command="sleep 1000"/><process id="b" command="sleep 1000"/>'),
    );
    const [a, b] = [await daemon.pid("a"), await daemon.pid("b")];
    expect(await daemon.rows({ restart: { selector: { ids: ["a"] } } })).toMatchObject([
      { ok: true, status: { id: "a", state: 20 } },
    ]);
    expect(await daemon.pid("a")).not.toBe(a);
    expect(await daemon.pid("b")).toBe(b);
    expect(daemon.log()).toMatch(/restart requested[^\n]*actor="?test 1\.0/);
  },
);
