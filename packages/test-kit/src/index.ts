export {
  type CertificateAndKey,
  certificateAuthority,
  type CertificateAuthority,
  type IssueOptions,
} from "./certificate-authority.ts";
export type { EngineFactory } from "./contracts/engine/engine-factory.ts";
export { describeEngineContract } from "./contracts/engine-contract.ts";
export type { EngineAbilities } from "./contracts/engine/abilities.ts";
export { type FixtureName, fixturePath, fixtureProgram } from "./fixture-program.ts";
export {
  argumentsOf,
  childrenOf,
  descendantsOf,
  environmentOf,
  isAlive,
  openFilesOf,
  processesWithArgument,
  type ProcessStat,
  readProcessStat,
  readProcessTable,
  readProcStatus,
  startTicksOf,
} from "./process-inspection.ts";
export {
  launchProgram,
  type ProgramEnd,
  type StartedProgram,
  startProgram,
  type StartOptions,
} from "./started-program.ts";
export {
  createTemporaryDirectory,
  type DisposableDirectory,
  temporaryDirectory,
} from "./temporary-directory.ts";
export { waitUntil, type WaitOptions } from "./wait-until.ts";
