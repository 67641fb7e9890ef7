import { completionCommand } from "./commands/completion.ts";
import { configAddCommand } from "./commands/config-add.ts";
import { configDeleteCommand } from "./commands/config-delete.ts";
import { configDisplayCommand } from "./commands/config-display.ts";
import { configReloadCommand } from "./commands/config-reload.ts";
import { configSetCommand } from "./commands/config-set.ts";
import { configValidateCommand } from "./commands/config-validate.ts";
import { helpCommand } from "./commands/help.ts";
import { logsCommand } from "./commands/logs.ts";
import { pingCommand } from "./commands/ping.ts";
import { restartCommand } from "./commands/restart.ts";
import { scaleCommand } from "./commands/scale.ts";
import { settingDisplayCommand } from "./commands/setting-display.ts";
import { settingReloadCommand } from "./commands/setting-reload.ts";
import { settingSetCommand } from "./commands/setting-set.ts";
import { shutdownCommand } from "./commands/shutdown.ts";
import { signalCommand } from "./commands/signal.ts";
import { startCommand } from "./commands/start.ts";
import { stopCommand } from "./commands/stop.ts";
import { upgradeCommand } from "./commands/upgrade.ts";
import { versionCommand } from "./commands/version.ts";
import type { CommandSpec, GroupSpec } from "./model/command-spec.ts";

/** Every command of `pmc`, in the order in which help lists them. */
export const commandTable: readonly CommandSpec[] = [
  startCommand,
  stopCommand,
  restartCommand,
  pingCommand,
  signalCommand,
  scaleCommand,
  logsCommand,
  configDisplayCommand,
  configReloadCommand,
  configValidateCommand,
  configSetCommand,
  configAddCommand,
  configDeleteCommand,
  settingDisplayCommand,
  settingSetCommand,
  settingReloadCommand,
  versionCommand,
  upgradeCommand,
  shutdownCommand,
  helpCommand,
  completionCommand,
];

/** The words that lead to several commands. */
export const groupTable: readonly GroupSpec[] = [
  {
    word: "config",
    aliases: ["configuration"],
    section: "Configuration",
    summary: "Show, check, reload and edit what is configured",
    description: [
      "The configuration names every process that pmd can start. These commands show what is in force, apply what was edited in the files, and edit the files.",
    ],
  },
  {
    word: "setting",
    aliases: ["settings"],
    section: "Server",
    summary: "Show and change the server's own settings",
    description: [
      "Settings are about pmd itself: where it listens, what it logs, its limits. They stand in the settings element of the main configuration file.",
    ],
  },
];
