export type {
  ChangedProcess,
  ChangedSetting,
  ConfigurationDiff,
} from "./diff/configuration-diff.ts";
export { type LoadOptions, loadConfiguration } from "./load/load-configuration.ts";
export type {
  Configuration,
  Dependencies,
  EffectiveProcess,
  EffectiveSettings,
  LoadInputs,
  Overrides,
} from "./model/configuration.ts";
export {
  type HiddenValue,
  type Layer,
  layers,
  type Origin,
  type ValueOrigin,
} from "./model/origin.ts";
export type {
  Capture,
  Hook,
  HookAction,
  HookEvent,
  KillMode,
  Probe,
  ProbeCheck,
  ProcessKeyName,
  ProcessValues,
  RateLimit,
  ResourceLimit,
  RestartPolicy,
} from "./model/process-values.ts";
export type {
  ListenAddress,
  LogFormat,
  LogLevel,
  SettingName,
  SettingValues,
} from "./model/setting-values.ts";
export { formatOfPath } from "./source/format-of-path.ts";
export { parseSource, type SourceInput } from "./source/parse-source.ts";
export { readSourceFile } from "./source/read-source-file.ts";
export { sourceLimits } from "./source/source-limits.ts";
export type { Problem } from "./source/problem.ts";
export type {
  Format,
  Position,
  Range,
  SourceEntry,
  SourceFile,
  SourceList,
  SourceMap,
  SourceNode,
  SourceScalar,
} from "./source/source-node.ts";
