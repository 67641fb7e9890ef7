import type { Command, CommandOf, Invocation } from "@dpm/commands";

import type { RunCommand } from "./commands/client-command.ts";
import type { World } from "./world.ts";

type Load<K extends Command["kind"]> = () => Promise<{ readonly run: RunCommand<K> }>;

const loaders: { readonly [K in Command["kind"]]: Load<K> } = {
  start: () => import("./commands/start.ts"),
  stop: () => import("./commands/stop.ts"),
  restart: () => import("./commands/restart.ts"),
  ping: () => import("./commands/ping.ts"),
  signal: () => import("./commands/signal.ts"),
  scale: () => import("./commands/scale.ts"),
  logs: () => import("./commands/logs.ts"),
  "config-display": () => import("./commands/config-display.ts"),
  "config-reload": () => import("./commands/config-reload.ts"),
  "config-validate": () => import("./commands/config-validate.ts"),
  "config-set": () => import("./commands/config-set.ts"),
  "config-add": () => import("./commands/config-add.ts"),
  "config-delete": () => import("./commands/config-delete.ts"),
  "setting-display": () => import("./commands/setting-display.ts"),
  "setting-set": () => import("./commands/setting-set.ts"),
  "setting-reload": () => import("./commands/setting-reload.ts"),
  shutdown: () => import("./commands/shutdown.ts"),
  upgrade: () => import("./commands/upgrade.ts"),
  version: () => import("./commands/version.ts"),
  help: () => import("./commands/help.ts"),
  completion: () => import("./commands/completion.ts"),
};

async function runKind<K extends Command["kind"]>(
  kind: K,
  invocation: Invocation & { readonly command: CommandOf<K> },
  world: World,
): Promise<number> {
  const { run } = await loaders[kind]();
  return run(invocation, world);
}

/** Loads the module of a command and runs it; only that one is loaded, so that help needs no sockets. */
export function runCommand(invocation: Invocation, world: World): Promise<number> {
  return runKind(invocation.command.kind, invocation, world);
}
