import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { startProgram, temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { pmdCommand } from "./running-daemon.ts";

const timeout = 30_000;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function pmd(directory: string, ...words: string[]): Promise<Ended> {
  const program = startProgram([...pmdCommand, ...words], { cwd: directory });
  const { code } = await program.ended;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

function directoryWith(name: string, text: string): string {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, name), text);
  return directory;
}

test("an unknown option gets the nearest one and exit 2", { timeout }, async () => {
  const ended = await pmd(temporaryDirectory(), "--confg", "x");
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toContain("--config");
});

test("--version and --help need no configuration", { timeout }, async () => {
  expect(await pmd(temporaryDirectory(), "--version")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
  expect(await pmd(temporaryDirectory(), "--help")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("--state-dir"),
  });
});

test(
  "each mistake in the configuration is told with its place, exit 78, and nothing is started",
  { timeout },
  async () => {
    const directory = directoryWith(
      "pmd.xml",
      '<processManager>\n  <process id="a" command="sleep 1" stopTimout="1s"/>\n  <process id="b"/>\n</processManager>',
    );
    for (const words of [
      ["check", "--config", "pmd.xml"],
      ["--config", "pmd.xml", "--state-dir", "s"],
    ]) {
      const ended = await pmd(directory, ...words);
      expect(ended.code).toBe(78);
      expect(ended.stderr).toMatch(/^\S*pmd\.xml:2:\d+: .*stopTimout.*stopTimeout/m);
      expect(ended.stderr).toMatch(/^\S*pmd\.xml:3:\d+: /m);
    }
    expect(existsSync(join(directory, "s/run/pmd.json"))).toBe(false);
  },
);

test("a configuration that is not there is exit 78 with its name", { timeout }, async () => {
  const ended = await pmd(temporaryDirectory(), "--config", "none.xml", "--state-dir", "s");
  expect(ended.code).toBe(78);
  expect(ended.stderr).toContain("none.xml");
});

test.each([[], ["--daemon"]])(
  "without a configuration nothing is made, also with %j",
  { timeout },
  async (...words) => {
    const directory = temporaryDirectory();
    const ended = await pmd(directory, "--config", "none.xml", "--state-dir", "s", ...words);
    expect(ended.code).toBe(78);
    expect(ended.stderr).toContain("none.xml");
    expect(readdirSync(directory)).toEqual([]);
  },
);

// What only a fault of the program could do: the system does not know the boot, and then not even how long it is up.
const broken = `
  import fs from "node:fs"; import os from "node:os"; import { syncBuiltinESMExports } from "node:module";
  const { readFileSync } = fs;
  fs.readFileSync = (path, ...rest) => { if (String(path).endsWith("/boot_id")) throw new Error("no"); return readFileSync(path, ...rest); };
  os.uptime = () => { throw Object.assign(new Error("it broke\\nbadly"), { code: "EIO", path: "/srv/x" }); };
  syncBuiltinESMExports();
`;

test(
  "a fault of the program is one line and exit 70, and the log of a detached one has its stack",
  { timeout },
  async () => {
    const directory = directoryWith("pmd.xml", "<processManager/>");
    const preload = join(directory, "broken.mjs");
    writeFileSync(preload, broken);
    const all = ["--config", "pmd.xml", "--state-dir", "s", "--listen", "127.0.0.1:0"];
    for (const words of [all, [...all, "--daemon"]]) {
      const program = startProgram([...pmdCommand, ...words], {
        cwd: directory,
        env: { ...process.env, NODE_OPTIONS: `--import=${preload}` },
      });
      expect(await program.ended).toEqual({ code: 70, signal: null });
      expect(program.stderr()).toContain(
        "pmd: it broke; badly (EIO, /srv/x): this is a fault of pmd, please report it\n",
      );
      expect(program.stderr()).not.toMatch(/^ +at /m);
    }
    const log = readFileSync(join(directory, "s/log/pmd.log"), "utf8");
    expect(log).toMatch(/boot-id\.ts.*a fault of this program/);
  },
);

test("an own log file that can't be opened is told before the start", { timeout }, async () => {
  const directory = directoryWith("pmd.xml", "<processManager/>");
  mkdirSync(join(directory, "l/pmd.log"), { recursive: true, mode: 0o700 });
  const words = ["--config", "pmd.xml", "--state-dir", "s", "--log-dir", "l", "--daemon"];
  const ended = await pmd(directory, ...words);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/l\/pmd\.log can't be opened \(EISDIR\)/);
});

test("check says what is right, and starts and makes nothing", { timeout }, async () => {
  const directory = directoryWith("pmd.yaml", "process:\n  - id: a\n    command: sleep 1\n");
  expect(await pmd(directory, "check", "--config", "pmd.yaml")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/pmd\.yaml is right: 1 process in 1 file\n$/),
    stderr: "",
  });
  expect(existsSync(join(directory, "s"))).toBe(false);
});

test.each([
  ["configured", "<settings><listen>0.0.0.0:0</listen></settings>", []],
  ["on the command line", "", ["--listen", "0.0.0.0:0"]],
])(
  "an address beyond loopback without TLS, %s, is refused",
  { timeout },
  async (_where, settings, words) => {
    const directory = directoryWith("pmd.xml", `<processManager>${settings}</processManager>`);
    const ended = await pmd(directory, "--config", "pmd.xml", "--state-dir", "s", ...words);
    expect(ended.code).toBe(78);
    expect(ended.stderr).toMatch(/insecure/);
  },
);

test("a state directory that others may write is refused", { timeout }, async () => {
  const directory = directoryWith("pmd.xml", "<processManager/>");
  mkdirSync(join(directory, "s"));
  chmodSync(join(directory, "s"), 0o777);
  const ended = await pmd(directory, "--config", "pmd.xml", "--state-dir", "s");
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain("chmod");
});

test("a state that can't be opened is told before anything is started", { timeout }, async () => {
  const directory = directoryWith(
    "pmd.xml",
    '<processManager><process id="a" command="touch started"/></processManager>',
  );
  mkdirSync(join(directory, "s/state.db"), { recursive: true, mode: 0o700 });
  const ended = await pmd(directory, "--config", "pmd.xml", "--state-dir", "s");
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/s\/state\.db can't be opened[^]*Nothing was started/);
  expect(existsSync(join(directory, "started"))).toBe(false);
});

test("a port that is taken is found out before any process is started", { timeout }, async () => {
  const directory = directoryWith(
    "pmd.xml",
    '<processManager><process id="a" command="touch started"/></processManager>',
  );
  const { createServer } = await import("node:net");
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  const ended = await pmd(
    directory,
    "--config",
    "pmd.xml",
    "--state-dir",
    "s",
    "--listen",
    `127.0.0.1:${port}`,
  );
  server.close();
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain(String(port));
  expect(existsSync(join(directory, "started"))).toBe(false);
});
