export { diffConfiguration, diffSettings, isEmptyDiff } from "./diff/diff-configuration.ts";
export {
  type DisplayedValue,
  type DisplayOptions,
  displaySettings,
  displayValues,
  formatOrigin,
} from "./display/display-values.ts";
export { configurationReference } from "./docs/configuration-reference.ts";
export { jsonSchema } from "./docs/json-schema.ts";
export { type KeyDescription, processKeys, settingKeys } from "./keys/key-description.ts";
export { reservedVariables } from "./layers/reserved-variables.ts";
export type {
  ChangedProcess,
  ChangedSetting,
  ConfigurationDiff,
} from "./diff/configuration-diff.ts";
export { type LoadOptions, loadConfiguration } from "./load/load-configuration.ts";
export { restConfiguration, type RestingConfiguration } from "./load/resting-configuration.ts";
export type {
  Configuration,
  Dependencies,
  EffectiveProcess,
  EffectiveSettings,
  EnvironmentFiles,
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
  EngineName,
  LogFormat,
  LogLevel,
  SettingName,
  SettingValues,
} from "./model/setting-values.ts";
export { sourceLimits } from "./source/source-limits.ts";
export {
  type Assignment,
  insertEntry,
  insertMap,
  insertProcess,
  type MapEntry,
  removeProcess,
  replaceScalar,
} from "./edit/edit-source.ts";
export type { EntryTarget } from "./edit/format-editor.ts";
export { writeSourceFile } from "./edit/write-source-file.ts";
export { formatOfPath } from "./source/format-of-path.ts";
export { parseSource, type SourceInput } from "./source/parse-source.ts";
export { readSourceFile } from "./source/read-source-file.ts";
export { planAdd, type AddRequest } from "./plan/plan-add.ts";
export { planDelete } from "./plan/plan-delete.ts";
export { planSet, type SetRequest } from "./plan/plan-set.ts";
export type { EditPlan, KeyValue, StandingValue } from "./plan/edit-plan.ts";
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
export { formatPlace } from "./values/format-place.ts";
export type { Field, FieldTable, JsonSchema } from "./values/value-type.ts";
