import type { ResultInit } from "@dpm/pdu";
import type { CommandRequest } from "@dpm/rpc";
import type { Services } from "../services.ts";
import { configAdd } from "./config-add.ts";
import { configDelete } from "./config-delete.ts";
import { configDisplay } from "./config-display.ts";
import { configReload } from "./config-reload.ts";
import { configSet } from "./config-set.ts";
import { configValidate } from "./config-validate.ts";
import type { Call } from "./handler.ts";
import { logs } from "./logs.ts";
import { ping } from "./ping.ts";
import { restart } from "./restart.ts";
import { scale } from "./scale.ts";
import { settingDisplay } from "./setting-display.ts";
import { settingReload } from "./setting-reload.ts";
import { settingSet } from "./setting-set.ts";
import { shutdown } from "./shutdown.ts";
import { signal } from "./signal.ts";
import { start } from "./start.ts";
import { stop } from "./stop.ts";
import { upgrade } from "./upgrade.ts";
import { version } from "./version.ts";

/** Finds the handler of a request. A command without one does not compile. */
export function handleRequest(
  services: Services,
  request: CommandRequest,
  call: Call,
): AsyncIterable<ResultInit> {
  switch (request.command) {
    case "start":
      return start(services, request.start, call);
    case "stop":
      return stop(services, request.stop, call);
    case "restart":
      return restart(services, request.restart, call);
    case "ping":
      return ping(services, request.ping, call);
    case "signal":
      return signal(services, request.signal, call);
    case "scale":
      return scale(services, request.scale, call);
    case "configDisplay":
      return configDisplay(services, request.configDisplay, call);
    case "configReload":
      return configReload(services, request.configReload, call);
    case "configSet":
      return configSet(services, request.configSet, call);
    case "configAdd":
      return configAdd(services, request.configAdd, call);
    case "configDelete":
      return configDelete(services, request.configDelete, call);
    case "configValidate":
      return configValidate(services, request.configValidate, call);
    case "settingDisplay":
      return settingDisplay(services, request.settingDisplay, call);
    case "settingSet":
      return settingSet(services, request.settingSet, call);
    case "settingReload":
      return settingReload(services, request.settingReload, call);
    case "logs":
      return logs(services, request.logs, call);
    case "shutdown":
      return shutdown(services, request.shutdown, call);
    case "upgrade":
      return upgrade(services, request.upgrade, call);
    case "version":
      return version(services, request.version, call);
  }
}
