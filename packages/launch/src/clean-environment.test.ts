import type { Program } from "@dpm/process-core";
import { expect, test } from "vitest";
import { cleanEnvironment, type EnvironmentSources } from "./clean-environment.ts";

const account = {
  name: "alice",
  uid: 7,
  gid: 7,
  home: "/home/alice",
  shell: "/bin/zsh",
  listed: true,
};

function environmentOf(
  program: Partial<Program>,
  sources: Partial<EnvironmentSources> = {},
): Record<string, string> {
  const whole: Program = {
    argv: ["x"],
    directory: null,
    environment: {},
    passEnvironment: [],
    user: null,
    userGroup: null,
    umask: null,
    nice: null,
    limits: {},
    output: {
      capture: "none",
      stdoutFile: null,
      stderrFile: null,
      maxBytes: null,
      maxAgeMs: null,
      backups: 0,
      totalBytes: null,
      compress: false,
    },
    ...program,
  };
  return cleanEnvironment(whole, {
    account,
    ownUser: true,
    daemonEnvironment: {},
    launchToken: "token",
    ...sources,
  });
}

test("without anything configured it is what every program needs", () => {
  expect(environmentOf({})).toEqual({
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    HOME: "/home/alice",
    USER: "alice",
    LOGNAME: "alice",
    SHELL: "/bin/zsh",
    LANG: "C.UTF-8",
    PMD_LAUNCH: "token",
  });
});

test("of the daemon's it has path, language and time zone, and what is asked for by name", () => {
  const daemonEnvironment = {
    PATH: "/mine",
    LANG: "de",
    TZ: "Asia/Tokyo",
    HOME: "/root",
    A: "1",
    B: "2",
    LD_PRELOAD: "x",
  };
  const found = environmentOf({ passEnvironment: ["A", "MISSING"] }, { daemonEnvironment });
  expect(found).toMatchObject({
    PATH: "/mine",
    LANG: "de",
    TZ: "Asia/Tokyo",
    HOME: "/home/alice",
    A: "1",
  });
  expect(Object.keys(found)).not.toEqual(expect.arrayContaining(["B"]));
  expect(found).not.toHaveProperty("LD_PRELOAD");
  expect(found).not.toHaveProperty("MISSING");
});

test("another user doesn't get the daemon's path", () => {
  const found = environmentOf({}, { ownUser: false, daemonEnvironment: { PATH: "/root/bin" } });
  expect(found["PATH"]).not.toContain("/root");
});

test("settings and tokens of the daemon are never passed on, even when asked for", () => {
  const daemonEnvironment = { DPM_TOKEN: "secret", PMD_LAUNCH: "outer" };
  const found = environmentOf(
    { passEnvironment: ["DPM_TOKEN", "PMD_LAUNCH"] },
    { daemonEnvironment },
  );
  expect(found).not.toHaveProperty("DPM_TOKEN");
  expect(found["PMD_LAUNCH"]).toBe("token");
});

test("what is configured wins over everything but the launch token", () => {
  const environment = { PATH: "/own", HOME: "/h", TZ: "", PMD_LAUNCH: "forged", __proto__x: "y" };
  expect(environmentOf({ environment }, { daemonEnvironment: { TZ: "UTC" } })).toMatchObject({
    ...environment,
    PMD_LAUNCH: "token",
  });
});
