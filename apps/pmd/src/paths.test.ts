import { expect, test } from "vitest";
import { type PathsInput, planPaths } from "./paths.ts";

const user: PathsInput = { uid: 1000, home: "/home/ann", environment: {}, flags: {} };

test("root uses the system's directories", () => {
  expect(planPaths({ ...user, uid: 0 })).toMatchObject({
    configFile: "/etc/dpm/pmd.xml",
    stateDirectory: "/var/lib/dpm",
    runtimeDirectory: "/run/dpm",
    logDirectory: "/var/log/dpm",
    socketFile: "/run/dpm/pmd.sock",
  });
});

test("another user uses the XDG directories, with their defaults when unset or relative", () => {
  const environment = {
    XDG_RUNTIME_DIR: "/run/user/1000",
    XDG_CONFIG_HOME: "relative",
    XDG_STATE_HOME: "/data/state",
  };
  expect(planPaths({ ...user, environment })).toMatchObject({
    configFile: "/home/ann/.config/dpm/pmd.xml",
    stateDirectory: "/data/state/dpm",
    runtimeDirectory: "/run/user/1000/dpm",
    logDirectory: "/data/state/dpm/log",
  });
});

test("without a runtime directory of the session it is inside the state directory", () => {
  expect(planPaths(user).runtimeDirectory).toBe("/home/ann/.local/state/dpm/run");
});

test("a state directory of its own takes logs and runtime files with it, for root too", () => {
  for (const uid of [0, 1000]) {
    expect(planPaths({ ...user, uid, flags: { stateDir: "/srv/d" } })).toMatchObject({
      stateDirectory: "/srv/d",
      logDirectory: "/srv/d/log",
      runtimeDirectory: "/srv/d/run",
      tokenFile: "/srv/d/token",
    });
  }
});

test("each directory can be given by itself and relative ones become absolute", () => {
  const paths = planPaths({
    ...user,
    flags: { stateDir: "/srv/d", logDir: "/logs", runtimeDir: "r", config: "c.yaml" },
  });
  expect(paths.logDirectory).toBe("/logs");
  expect(paths.runtimeDirectory).toBe(`${process.cwd()}/r`);
  expect(paths.configFile).toBe(`${process.cwd()}/c.yaml`);
});

test("every daemon of a user is listed in the same place, whatever directories it was given", () => {
  for (const [uid, expected] of [
    [0, "/run/dpm/running"],
    [1000, "/run/user/1000/dpm/running"],
  ] as const) {
    const environment = { XDG_RUNTIME_DIR: "/run/user/1000" };
    for (const flags of [{}, { stateDir: "/srv/d" }, { runtimeDir: "/srv/r" }])
      expect(planPaths({ ...user, uid, environment, flags }).runningDirectory).toBe(expected);
  }
});
