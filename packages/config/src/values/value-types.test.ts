import { describe, expect, test } from "vitest";
import { processKeyTable } from "../keys/process-key-table.ts";
import { settingKeyTable } from "../keys/setting-key-table.ts";
import type { Key } from "../keys/key.ts";
import { parseSource } from "../source/parse-source.ts";
import type { Problem } from "../source/problem.ts";
import type { Format } from "../source/source-node.ts";

const keys: Readonly<Record<string, Key<unknown>>> = { ...settingKeyTable, ...processKeyTable };

/** What the nodes under a key in a text are read as, or the first problem with them. */
function read(format: Format, key: string, content: string): unknown {
  const { root } = parseSource({ path: `/etc/dpm/a.${format}`, content });
  const nodes = root.entries.filter((entry) => entry.key === key).map(({ value }) => value);
  const problems: Problem[] = [];
  const value = keys[key]?.type.read(nodes, {
    folder: "/etc/dpm",
    format,
    expand: (text) => text,
    report: (problem) => problems.push(problem),
  });
  expect(value === undefined).toBe(problems.length > 0);
  const [problem] = problems;
  return problem === undefined
    ? value
    : [problem.message, problem.hint].filter((part) => part !== undefined).join(" (");
}

/** The same for the text of one attribute. */
function readText(key: string, text: string): unknown {
  return read("json", key, JSON.stringify({ [key]: text }));
}

describe("a single value", () => {
  test.each([
    ["shell", "yes", true],
    ["shell", "False", false],
    ["priority", "-5", -5],
    ["stopTimeout", "5min 20s", 320_000],
    ["stopTimeout", "1.5", 1500],
    ["stopTimeout", "infinity", Infinity],
    ["logMaxBytes", "50MB", 50 * 1024 * 1024],
    ["umask", "022", 0o022],
    ["umask", "0o7", 7],
    ["stopSignal", "TERM", "SIGTERM"],
    ["stopSignal", "SIGINT", "SIGINT"],
    ["stopSignal", "usr1", "SIGUSR1"],
    ["stopSignal", "9", "SIGKILL"],
    ["startLimit", "5/60s", { count: 5, windowMs: 60_000 }],
    ["startLimit", "5 / 1min", { count: 5, windowMs: 60_000 }],
    ["startLimit", "none", null],
    ["killMode", "control-group", "group"],
    ["exitCodes", "0, 2 3", [0, 2, 3]],
    ["restartPreventExitStatus", "2 SIGTERM kill", [2, "SIGTERM", "SIGKILL"]],
    ["passEnvironment", "LANG,TZ", ["LANG", "TZ"]],
    ["directory", "sub/x", "/etc/dpm/sub/x"],
    ["mailServer", "smtps://u:p@mail.example.org", "smtps://u:p@mail.example.org"],
    ["requires", "a b-1.c", ["a", "b-1.c"]],
  ])("%s takes %j", (key, text, value) => {
    expect(readText(key, text)).toEqual(value);
  });

  test.each([
    ["shell", "maybe", '"maybe" is not a boolean (true or false'],
    ["priority", "1.5", '"1.5" is not an integer from -1000000 to 1000000 (for example 1'],
    ["numProcs", "0", '"0" is not an integer from 1 to 10000 (for example 1'],
    ["stopTimeout", "ten", '"ten" is not a duration (for example 500ms, 10s, 5min 20s or infinity'],
    ["restartDelay", "infinity", '"infinity" is without end (for example 500ms, 10s, 5min 20s'],
    ["restartDelay", "10x", '"10x" is not a duration (for example 500ms, 10s, 5min 20s'],
    ["logMaxBytes", "5X", '"5X" is not a size (for example 500K, 50MiB, 1G or infinity'],
    ["umask", "9", '"9" is not an octal file mode mask (for example 022'],
    ["umask", "7777", '"7777" is not an octal file mode mask (for example 022'],
    ["stopSignal", "TREM", '"TREM" is not a signal (did you mean TERM?'],
    [
      "startLimit",
      "5",
      '"5" is not a rate limit (for example 5/60s (five within 60 seconds) or none',
    ],
    [
      "startLimit",
      "0/60s",
      '"0/60s" is not a rate limit (for example 5/60s (five within 60 seconds) or none',
    ],
    ["exitCodes", "256", '"256" is not an exit code from 0 to 255 (for example 0 2'],
    [
      "restartForceExitStatus",
      "SIGNOPE",
      '"SIGNOPE" is not an exit code from 0 to 255 or the name of a signal (for example 2 SIGTERM',
    ],
    [
      "passEnvironment",
      "DPM_X",
      '"DPM_X" is not the name of a variable that may be handed on (for example LANG TZ',
    ],
    [
      "requires",
      "-a",
      '"-a" is not the id of a process or the name of a group (for example database cache',
    ],
    ["directory", "", '"" is not a path (for example /srv/app'],
    [
      "mailServer",
      "nowhere",
      '"nowhere" is not a mail server (for example mail.example.org:25 or smtps://user:password@mail.example.org',
    ],
    [
      "restart",
      "on-fail",
      '"on-fail" is not one of the known words (did you mean on-failure? It is one of no, on-success, on-failure, on-abnormal, on-watchdog, on-abort, always, unless-stopped',
    ],
    [
      "restart",
      "allways",
      '"allways" is not one of the known words (did you mean always? It is one of ',
    ],
    ["stopTimeout", "x".repeat(100), `"${"x".repeat(60)}…" is not a duration (for example`],
  ])("%s refuses %j and says what is right", (key, text, problem) => {
    expect(readText(key, text)).toContain(problem);
  });

  test.each([
    ["false", "no"],
    ["never", "no"],
    ["temporary", "no"],
    ["Never", "no"],
    ["unexpected", "on-failure"],
    ["transient", "on-failure"],
    ["OnFailure", "on-failure"],
    ["on_failure", "on-failure"],
    ["true", "always"],
    ["permanent", "always"],
    ["Always", "always"],
    ["unless-stopped", "unless-stopped"],
  ])("restart reads what other programs write: %s is %s", (text, policy) => {
    expect(readText("restart", text)).toBe(policy);
  });
});

describe("every type", () => {
  test.each(Object.entries(keys))("%s reads what it writes", (key, { default: value, type }) => {
    const text = type.write(value);
    const isOneText = type.fields === undefined && type.separator === undefined && text !== "";
    expect(isOneText ? readText(key, text) : value).toEqual(value);
  });

  test.each(Object.entries(keys).filter(([, { type }]) => !/[<=]/u.test(type.example)))(
    "%s takes its own example",
    (key, { type }) => {
      expect(readText(key, type.example)).toBeDefined();
    },
  );
});

describe("environment", () => {
  test.each<[Format, string]>([
    [
      "xml",
      `<processManager><environment name="A" value="1"/><environment name="B">two</environment></processManager>`,
    ],
    ["yaml", "environment: { A: 1, B: two }"],
    ["yaml", "environment: [{ name: A, value: 1 }, B=two]"],
    ["toml", 'environment = { A = "1", B = "two" }'],
    ["json", '{"environment": {"A": 1, "B": "two"}}'],
  ])("is written in %s as %s", (format, content) => {
    expect(read(format, "environment", content)).toEqual({ A: "1", B: "two" });
  });

  test.each<[Format, string, string]>([
    [
      "xml",
      `<processManager><environment name="A-B" value="1"/></processManager>`,
      '"A-B" cannot name a variable',
    ],
    [
      "xml",
      `<processManager><environment name="A"/></processManager>`,
      "a variable needs a name and a value",
    ],
    ["xml", `<processManager><environment A="1"/></processManager>`, 'environment has no key "A"'],
    [
      "xml",
      `<processManager><environment>A</environment></processManager>`,
      "a variable needs a name and a value",
    ],
    [
      "xml",
      `<processManager><environment name="A" value="1"/><environment name="A" value="2"/></processManager>`,
      "the variable A is given twice",
    ],
    [
      "xml",
      `<processManager><environment name="__proto__" value="1"/></processManager>`,
      '"__proto__" cannot name a variable',
    ],
    ["yaml", "environment: { A: [1] }", "a list stands where the value of a variable belongs"],
    ["yaml", "environment: [[A]]", "a variable needs a name and a value"],
  ])("in %s refuses %s", (format, content, problem) => {
    expect(read(format, "environment", content)).toContain(problem);
  });
});

describe("limits", () => {
  test.each<[Format, string]>([
    [
      "xml",
      `<processManager><limits><limit name="nofile" soft="1024" hard="4096"/><limit name="core" value="unlimited"/></limits></processManager>`,
    ],
    [
      "xml",
      `<processManager><limits name="nofile" soft="1024" hard="4096"/><limits name="core" soft="infinity"/></processManager>`,
    ],
    ["yaml", "limits: { nofile: { soft: 1024, hard: 4096 }, core: unlimited }"],
    [
      "yaml",
      "limits: [{ name: nofile, soft: 1024, hard: 4096 }, { name: core, value: unlimited }]",
    ],
    [
      "json",
      '{"limits": {"limit": [{"name": "nofile", "soft": 1024, "hard": 4096}, {"name": "core", "value": "unlimited"}]}}',
    ],
  ])("are written in %s as %s", (format, content) => {
    expect(read(format, "limits", content)).toEqual({
      nofile: { soft: 1024, hard: 4096 },
      core: { soft: Infinity, hard: Infinity },
    });
  });

  test.each([
    ["{ nofiles: 5 }", 'there is no limit named "nofiles" (did you mean nofile?'],
    ["{ nofile: { soft: 5, hard: 4 } }", "the soft limit is above the hard one"],
    ["{ nofile: { soft: 5, value: 4 } }", "a limit needs soft, hard or both, or else a value"],
    ["[{ soft: 5 }]", "a limit needs a name"],
    ["[{ name: core, soft: 5 }, { name: core, soft: 5 }]", "the limit core is given twice"],
    ["{ nofile: many }", '"many" is not a limit'],
    ["{ constructor_: 1 }", "there is no limit named"],
  ])("refuse %s", (content, problem) => {
    expect(read("yaml", "limits", `limits: ${content}`)).toContain(problem);
  });
});

describe("probes", () => {
  test.each([
    ["{ exec: \"curl -f 'http://x/ y'\" }", { kind: "exec", argv: ["curl", "-f", "http://x/ y"] }],
    ["{ tcp: 8080 }", { kind: "tcp", host: "127.0.0.1", port: 8080 }],
    ['{ tcp: "[::1]:8080" }', { kind: "tcp", host: "::1", port: 8080 }],
    ["{ http: http://127.0.0.1/x }", { kind: "http", url: "http://127.0.0.1/x" }],
    ["{ heartbeat: beat }", { kind: "heartbeat", file: "/etc/dpm/beat" }],
  ])("ask by %s", (content, check) => {
    expect(read("yaml", "health", `health: ${content}`)).toEqual({
      check,
      initialDelayMs: 0,
      periodMs: 10_000,
      timeoutMs: 1000,
      successThreshold: 1,
      failureThreshold: 3,
    });
  });

  test.each([
    ["{ period: 5s }", "a probe needs exactly one of exec, tcp, http and heartbeat"],
    ["{ tcp: 1, http: http://x/ }", "a probe needs exactly one of exec, tcp, http and heartbeat"],
    ["{ tcp: 70000 }", '"70000" is not a port, or a host and a port'],
    ["{ http: ftp://x/ }", '"ftp://x/" is not an http or https address'],
    ["{ tcp: 1, perod: 5s }", 'a probe has no key "perod" (did you mean period?'],
    [
      "{ tcp: 1, period: 0s }",
      '"0s" is less than 10ms (for example 500ms, 10s, 5min 20s, at least 10ms',
    ],
    ["8080", "a probe has keys of its own"],
  ])("refuse %s", (content, problem) => {
    expect(read("yaml", "readiness", `readiness: ${content}`)).toContain(problem);
  });

  test("are written in XML with attributes or elements", () => {
    const asElements = `<processManager><readiness><http>http://x/</http><initial_delay>2s</initial_delay></readiness></processManager>`;
    const asAttributes = `<processManager><readiness http="http://x/" initialDelay="2s"/></processManager>`;
    expect(read("xml", "readiness", asElements)).toEqual(read("xml", "readiness", asAttributes));
    expect(read("xml", "readiness", asElements)).toMatchObject({
      initialDelayMs: 2000,
      periodMs: 1000,
    });
  });
});

describe("hooks", () => {
  test.each([
    ["{ event: on_exit, exec: notify me }", { kind: "exec", argv: ["notify", "me"] }],
    ["{ event: on_exit, http: https://x/ }", { kind: "http", url: "https://x/" }],
    ["{ event: on_exit, mail: a@b }", { kind: "mail", to: "a@b" }],
    ["{ event: on_exit, restart: true }", { kind: "restart" }],
    ["{ event: on_exit, stopGroup: g }", { kind: "stop-group", group: "g" }],
    ["{ event: on_exit, start: b }", { kind: "start", id: "b" }],
  ])("act by %s", (content, action) => {
    expect(read("yaml", "hook", `hook: [${content}]`)).toEqual([
      { event: "on_exit", action, timeoutMs: 30_000, rateLimit: null },
    ]);
  });

  test.each([
    ["{ exec: x }", "a hook needs an event"],
    [
      "{ event: on_exit }",
      "a hook needs exactly one of exec, http, mail, restart, stopGroup and start",
    ],
    ["{ event: on_exit, exec: x, http: http://x/ }", "a hook needs exactly one of"],
    ["{ event: on_crash, exec: x }", '"on_crash" is not one of the known words'],
    ["{ event: on_exit, mail: nobody }", '"nobody" is not a mail address'],
    ["{ event: on_exit, exec: x, exce: y }", 'a hook has no key "exce" (did you mean exec?'],
  ])("refuse %s", (content, problem) => {
    expect(read("yaml", "hook", `hook: ${content}`)).toContain(problem);
  });
});

describe("listening addresses", () => {
  test.each([
    "127.0.0.1:8988",
    "[::1]:8988",
    "localhost:0",
    "127.1.2.3:1",
    "unix:/run/dpm/pmd.sock",
  ])("%s needs nothing else", (address) => {
    expect(readText("listen", address)).toEqual([
      { address, certificate: null, key: null, clientCa: null, insecure: false },
    ]);
  });

  test("beyond loopback need TLS, or a word that no TLS is meant", () => {
    const tls = `<processManager><listen certificate="c.pem" key="k.pem" clientCa="ca.pem">tls://0.0.0.0:8988</listen></processManager>`;
    expect(read("xml", "listen", tls)).toEqual([
      {
        address: "tls://0.0.0.0:8988",
        certificate: "/etc/dpm/c.pem",
        key: "/etc/dpm/k.pem",
        clientCa: "/etc/dpm/ca.pem",
        insecure: false,
      },
    ]);
    const insecure = `<processManager><listen insecure="true">0.0.0.0:8988</listen></processManager>`;
    expect(read("xml", "listen", insecure)).toMatchObject([
      { address: "0.0.0.0:8988", insecure: true },
    ]);
  });

  test.each([
    [
      "0.0.0.0:8988",
      "0.0.0.0:8988 can be reached from other machines, and TLS is not configured for it",
    ],
    ["[::]:8988", "can be reached from other machines"],
    ["example.org:8988", "can be reached from other machines"],
    ["tls://127.0.0.1:8988", "TLS needs certificate and key, and both are missing"],
    ["127.0.0.1", '"127.0.0.1" is not an address to listen on (for example 127.0.0.1:8988'],
    ["127.0.0.1:99999", "is not an address to listen on"],
    ["[nonsense]:1", "is not an address to listen on"],
    ["unix:relative", '"unix:relative" needs an absolute path'],
    [" ", "is not a listening address"],
  ])("%s is refused: %s", (address, problem) => {
    expect(readText("listen", address)).toContain(problem);
  });

  test.each([
    ['certificate="c"', "TLS needs both certificate and key, and key is missing"],
    ['key="k"', "TLS needs both certificate and key, and certificate is missing"],
    ['clientCa="c"', "TLS needs certificate and key, and both are missing"],
    ['certificat="c"', 'listen has no key "certificat" (did you mean certificate?'],
  ])("with only %s are refused", (attributes, problem) => {
    const content = `<processManager><listen ${attributes}>127.0.0.1:1</listen></processManager>`;
    expect(read("xml", "listen", content)).toContain(problem);
  });

  test("need an address", () => {
    expect(read("yaml", "listen", "listen: { insecure: true }")).toContain(
      "listen needs an address",
    );
  });
});

describe("lists", () => {
  test("take what stands as an item of a list, an element, or a word", () => {
    expect(read("yaml", "exitCodes", "exitCodes: [0, 2]")).toEqual([0, 2]);
    expect(
      read(
        "xml",
        "exitCodes",
        "<processManager><exitCodes>0</exitCodes><exitCodes>2 3</exitCodes></processManager>",
      ),
    ).toEqual([0, 2, 3]);
    expect(read("yaml", "arg", "arg: [--a b, 5, true]")).toEqual(["--a b", "5", "true"]);
    expect(read("yaml", "envFile", "envFile: [a.env, /b.env]")).toEqual([
      "/etc/dpm/a.env",
      "/b.env",
    ]);
  });

  test("refuse elements with keys", () => {
    expect(read("yaml", "arg", "arg: [{ a: b }]")).toContain(
      "an element with keys stands where an argument belongs",
    );
    expect(read("yaml", "exitCodes", "exitCodes: [[0]]")).toContain(
      "a list stands where an exit code from 0 to 255 belongs",
    );
  });
});
