import { errorToPdu, type ServerReportInit } from "@dpm/pdu";
import type { Services } from "../../services.ts";

/** Who the daemon is and what troubles it. */
export function toServerReport({ server, configuration, troubles }: Services): ServerReportInit {
  return {
    server: server.name,
    pid: server.pid,
    startedAtMs: server.startedAtMs,
    instanceId: server.instanceId,
    bootId: server.bootId,
    generation: configuration.generation,
    configFile: configuration.current.file,
    troubles: troubles.list().map(errorToPdu),
  };
}
