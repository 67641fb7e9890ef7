import { expect, test } from "vitest";

import {
  capabilityOf,
  commandNames,
  desiredStateWord,
  healthWord,
  permissionOf,
  processState,
  processStateWord,
} from "./index.ts";

test("commands have the name of their field, and as a capability the words of it with dots", () => {
  expect(commandNames.map((name) => `${name} ${capabilityOf(name)} ${permissionOf(name)}`)).toEqual(
    [
      "start start operate",
      "stop stop operate",
      "restart restart operate",
      "ping ping read",
      "signal signal operate",
      "scale scale admin",
      "configDisplay config.display read",
      "configReload config.reload admin",
      "configSet config.set admin",
      "configAdd config.add admin",
      "configDelete config.delete admin",
      "configValidate config.validate read",
      "settingDisplay setting.display read",
      "settingSet setting.set admin",
      "settingReload setting.reload admin",
      "logs logs read",
      "shutdown shutdown admin",
      "version version read",
      "upgrade upgrade admin",
    ],
  );
});

test("states have supervisord's numbers for the names that both know", () => {
  expect(processState).toMatchObject({
    stopped: 0,
    starting: 10,
    running: 20,
    backoff: 30,
    stopping: 40,
    exited: 100,
    fatal: 200,
    unknown: 1000,
  });
});

test("a number of a newer peer has a word that promises nothing", () => {
  expect([processStateWord(30), desiredStateWord(0), healthWord(3)]).toEqual([
    "backoff",
    "down",
    "unhealthy",
  ]);
  expect([processStateWord(77), desiredStateWord(9), healthWord(9)]).toEqual([
    "unknown",
    "up",
    "none",
  ]);
});
