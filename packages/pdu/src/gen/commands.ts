// Generated from proto/ by scripts/generate.ts. Do not edit.
/** Every command of `Request`: its name as a capability and the permission that its proto option asks for. */
export const commandTable = {
  start: { capability: "start", permission: "operate" },
  stop: { capability: "stop", permission: "operate" },
  restart: { capability: "restart", permission: "operate" },
  ping: { capability: "ping", permission: "read" },
  signal: { capability: "signal", permission: "operate" },
  scale: { capability: "scale", permission: "admin" },
  configDisplay: { capability: "config.display", permission: "read" },
  configReload: { capability: "config.reload", permission: "admin" },
  configSet: { capability: "config.set", permission: "admin" },
  configAdd: { capability: "config.add", permission: "admin" },
  configDelete: { capability: "config.delete", permission: "admin" },
  configValidate: { capability: "config.validate", permission: "read" },
  settingDisplay: { capability: "setting.display", permission: "read" },
  settingSet: { capability: "setting.set", permission: "admin" },
  settingReload: { capability: "setting.reload", permission: "admin" },
  logs: { capability: "logs", permission: "read" },
  shutdown: { capability: "shutdown", permission: "admin" },
  version: { capability: "version", permission: "read" },
  upgrade: { capability: "upgrade", permission: "admin" },
} as const;
