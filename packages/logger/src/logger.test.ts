import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { hasCode } from "@dpm/errors";
import { temporaryDirectory, waitUntil } from "@dpm/test-kit";
import { describe, expect, onTestFinished, test } from "vitest";
import { createLogger, type Logger, type LoggerOptions } from "./logger.ts";

function collect(): { readonly text: () => string; readonly write: (text: string) => void } {
  let all = "";
  return { text: () => all, write: (text) => void (all += text) };
}

function start(options: Partial<LoggerOptions>): Logger {
  const logger = createLogger({ level: "info", console: "none", ...options });
  onTestFinished(() => logger.close());
  return logger;
}

function parse(line: string): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  return Object.assign(record, JSON.parse(line));
}

function records(text: string): Record<string, unknown>[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => parse(line));
}

describe("on the console", () => {
  test("a message is one readable line with its fields", () => {
    const stream = collect();
    start({ console: "pretty", stream }).info("web: starting → running", {
      pid: 42,
      cause: "start requested by pmc",
    });
    expect(stream.text()).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:.]+Z INFO {2}web: starting → running pid=42 cause="start requested by pmc"\n$/,
    );
  });

  test("nothing that comes from data reaches the terminal as a control character or a second line", () => {
    const stream = collect();
    const evil = "a\u001b]52;c;x\u0007b\r\nERROR fake\u009b2J\u202e\u2028";
    start({ console: "pretty", stream }).warn(evil, {
      [evil]: evil,
      nested: { evil },
      err: new Error(evil),
    });
    expect(stream.text().slice(0, -1)).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028]/u);
    expect(stream.text()).toContain(String.raw`a\x1b]52;c;x\x07b\r\nERROR fake\x9b2J\u202e\u2028`);
  });

  test("colours are for terminals only", () => {
    const [plain, colored] = [collect(), collect()];
    start({ console: "pretty", stream: plain }).error("no");
    start({ console: "pretty", stream: colored, color: true }).error("no");
    expect(plain.text()).not.toContain("\u001b[");
    expect(colored.text()).toContain("\u001b[31mERROR\u001b[0m");
  });

  test("JSON lines are records with level, time and message", () => {
    const stream = collect();
    const logger = start({ console: "json", stream });
    logger.child({ id: "web" }).info("100 %s of it", { code: 3 });
    logger.error("failed", { err: new Error("why") });
    const [first, second] = records(stream.text());
    expect(first).toMatchObject({ level: "info", id: "web", code: 3, msg: "100 %s of it" });
    expect(new Date(String(first?.["time"])).getTime()).toBeGreaterThan(0);
    expect(second).toMatchObject({ level: "error", err: { message: "why" } });
  });

  test("a stream that fails disturbs nothing", () => {
    const listeners: ((error: Error) => void)[] = [];
    const stream = {
      write: () => false,
      on: (_event: "error", listener: (error: Error) => void) => listeners.push(listener),
    };
    start({ console: "pretty", stream }).info("hello");
    expect(() => listeners.forEach((listener) => listener(new Error("EPIPE")))).not.toThrow();
  });
});

test("the level changes at run time, for children as well", () => {
  const stream = collect();
  const logger = start({ console: "json", stream, level: "warn" });
  const child = logger.child({ id: "web" });
  child.info("1");
  logger.setLevel("debug");
  child.debug("2");
  child.trace("3");
  logger.setLevel("silent");
  child.fatal("4");
  expect(records(stream.text()).map(({ msg }) => msg)).toEqual(["2"]);
  expect(child.level).toBe("silent");
});

test("secrets are in no output, whatever their depth", async () => {
  const file = join(temporaryDirectory(), "pmd.log");
  const stream = collect();
  const logger = start({ console: "pretty", stream, file });
  const secret = "canary-7f3a";
  logger.child({ token: secret }).info("hello", {
    password: secret,
    request: { token: secret, headers: { authorization: secret } },
    program: { environment: { API_KEY: secret } },
    environment: { A: secret },
  });
  await waitUntil(() => readFileSync(file, "utf8").includes("hello"));
  expect(stream.text() + readFileSync(file, "utf8")).not.toContain(secret);
  expect(stream.text()).toContain("[redacted]");
});

describe("in a file", () => {
  test("file and console get the same messages, and the file is private", async () => {
    const file = join(temporaryDirectory(), "pmd.log");
    const stream = collect();
    const logger = start({ console: "pretty", stream, file });
    for (let number = 1; number <= 500; number++) logger.info(`line ${number}`);
    await logger.close();
    expect(records(readFileSync(file, "utf8")).map(({ msg }) => msg)).toEqual(
      Array.from({ length: 500 }, (_, index) => `line ${index + 1}`),
    );
    expect(stream.text().split("\n")).toHaveLength(501);
    expect(statSync(file).mode & 0o777).toBe(0o640 & ~process.umask());
  });

  test("it is rotated by size, no line is lost or torn, and only so many are kept", async () => {
    const file = join(temporaryDirectory(), "pmd.log");
    const logger = start({ file, maxBytes: 2_000, backups: 3 });
    for (let number = 1; number <= 300; number++) {
      logger.info(`line ${number}`);
      await new Promise(setImmediate);
    }
    await logger.close();
    const kept = [`${file}.3`, `${file}.2`, `${file}.1`, file];
    const numbers = kept
      .flatMap((path) => records(readFileSync(path, "utf8")))
      .map(({ msg }) => Number(String(msg).slice(5)));
    expect(numbers).toEqual(
      Array.from({ length: numbers.length }, (_, index) => 301 - numbers.length + index),
    );
    expect(kept.every((path) => statSync(path).size <= 2_000)).toBe(true);
    expect(existsSync(`${file}.4`)).toBe(false);
  });

  test("it is opened anew after something moved it away", async () => {
    const file = join(temporaryDirectory(), "pmd.log");
    const logger = start({ file });
    logger.info("before");
    await waitUntil(() => readFileSync(file, "utf8").includes("before"));
    renameSync(file, `${file}.moved`);
    logger.reopen();
    logger.info("after");
    await logger.close();
    expect(records(readFileSync(file, "utf8")).map(({ msg }) => msg)).toEqual(["after"]);
  });

  test("when it can't be opened anew, the old one is kept and the log says so", async () => {
    const folder = temporaryDirectory();
    const file = join(folder, "pmd.log");
    const logger = start({ file });
    renameSync(file, `${file}.moved`);
    symlinkSync(join(folder, "victim"), file);
    logger.reopen();
    await logger.close();
    expect(readFileSync(`${file}.moved`, "utf8")).toContain("could not be opened anew");
    expect(existsSync(join(folder, "victim"))).toBe(false);
  });

  test("a link at its place is refused", () => {
    const folder = temporaryDirectory();
    const victim = join(folder, "victim");
    writeFileSync(victim, "untouched");
    symlinkSync(victim, join(folder, "pmd.log"));
    const error = catchError(() => start({ file: join(folder, "pmd.log") }));
    expect(hasCode(error, "ERR_DPM_DAEMON_LOG_UNUSABLE")).toBe(true);
    expect(error).toMatchObject({ details: { errno: "ELOOP" } });
    expect(readFileSync(victim, "utf8")).toBe("untouched");
  });

  test("lines that wait are written at the last moment", () => {
    const file = join(temporaryDirectory(), "pmd.log");
    const logger = start({ file });
    appendFileSync(file, "");
    for (let number = 1; number <= 10; number++) logger.fatal(`last words ${number}`);
    logger.flushSync();
    expect(readFileSync(file, "utf8")).toContain("last words 10");
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 8])(
    "what is on its way into the file for %i turns is there at the last moment, once and in order",
    async (turns) => {
      const file = join(temporaryDirectory(), "pmd.log");
      const logger = start({ file });
      logger.fatal("first words");
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      logger.fatal("last words");
      logger.flushSync();
      const words = () => messagesIn(file);
      expect(words()).toEqual(["first words", "last words"]);
      // Also where the process lives on, such as after an execution that failed.
      logger.info("more words");
      await logger.close();
      expect(words()).toEqual(["first words", "last words", "more words"]);
    },
  );
});

function messagesIn(file: string): unknown[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => (JSON.parse(line) as { readonly msg: string }).msg);
}

function catchError(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}
