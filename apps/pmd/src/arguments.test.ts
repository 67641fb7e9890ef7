import { expect, test } from "vitest";
import { type Invocation, readArguments } from "./arguments.ts";

const read = (...words: string[]): Invocation => readArguments(words, "1.2.3");

test("no option at all is a run that decides everything by itself", () => {
  expect(read()).toEqual({ kind: "run", flags: {} });
});

test("each option is read, and --listen may be repeated", () => {
  const words =
    "--config c.xml --listen 127.0.0.1:0 --listen unix:/s --state-dir s --runtime-dir r --log-dir l --log-level debug --engine node --daemon";
  expect(read(...words.split(" "))).toEqual({
    kind: "run",
    flags: {
      config: "c.xml",
      listen: ["127.0.0.1:0", "unix:/s"],
      stateDir: "s",
      runtimeDir: "r",
      logDir: "l",
      logLevel: "debug",
      engine: "node",
      daemon: true,
    },
  });
});

test("check takes its configuration before or after its name", () => {
  expect(read("check", "--config", "c.xml")).toEqual({ kind: "check", config: "c.xml" });
  expect(read("--config", "c.xml", "check")).toEqual({ kind: "check", config: "c.xml" });
  expect(read("check")).toEqual({ kind: "check", config: undefined });
});

test.each([
  [["--confg", "x"], "--config"],
  [["chek"], "check"],
])("%j gets the nearest that exists", (words, suggestion) => {
  const invocation = read(...words);
  expect(invocation).toMatchObject({ kind: "usage-error" });
  expect(invocation.kind === "usage-error" && invocation.message).toContain(suggestion);
});

test.each([
  [["--log-level", "loud"]],
  [["--engine", "steam"]],
  [["--listen", "foo"]],
  [["--config"]],
  [["check", "it"]],
])("%j is a usage error", (words) => {
  expect(read(...words)).toMatchObject({ kind: "usage-error" });
});

test("help names every option and signal, and the version is bare", () => {
  const help = read("--help");
  expect(help.kind).toBe("text");
  for (const word of [
    "--config",
    "--listen",
    "--engine",
    "--state-dir",
    "--runtime-dir",
    "--log-dir",
    "--log-level",
    "--daemon",
    "check",
    "SIGHUP",
  ]) {
    expect(help.kind === "text" && help.text).toContain(word);
  }
  expect(read("--version")).toEqual({ kind: "text", text: "1.2.3\n" });
  expect(read("help", "check")).toMatchObject({ kind: "text" });
});
