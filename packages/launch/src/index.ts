export { type Account, findAccount, findGroupId, ownAccount } from "./account.ts";
export { cleanEnvironment, type EnvironmentSources, launchVariable } from "./clean-environment.ts";
export { type FifoLink, type LinkOwner, parseFifoLink } from "./fifo-link.ts";
export { findLaunches, instanceOfLaunch } from "./find-launches.ts";
export { type ChainSettings, type Helper, type HelperChain, planHelpers } from "./helper-chain.ts";
export { passHelpers, type StartedHelpers } from "./helper-passage.ts";
export { errnoOf, inStage, launchFailure, LaunchError } from "./launch-failure.ts";
export { findIdentity, type LaunchIdentity } from "./launch-identity.ts";
export { idOfLaunch, type LaunchName, makeLaunchToken } from "./launch-token.ts";
export { type LogDirectory, openInLogDirectory, seeLogDirectory } from "./log-directory.ts";
export { type LaunchPlan, planLaunch, type PlanSettings } from "./launch-plan.ts";
export { type LogOwner, openOutput, type OutputDescriptors } from "./output-files.ts";
export { findProgram, type SearchPlace } from "./program-search.ts";
export {
  createProcessTable,
  listProcPids,
  type ProcessEntry,
  type ProcessTable,
  readLaunchToken,
  readProcEntry,
} from "./process-table.ts";
export { findMembers, isLeader, type ProcessTree } from "./process-tree.ts";
export { createProcWatch, type ProcessWatch } from "./process-watch.ts";
export { signalNumber } from "./signal-number.ts";
export { surveyLaunches, type SurveyTools } from "./survey-launches.ts";
export { formatStartIdentity, parseStartIdentity, type StartIdentity } from "./start-identity.ts";
export { createTurnQueue, type TurnQueue } from "./turn-queue.ts";
export { createTreeSignals, type SignalSender, type TreeSignals } from "./tree-signals.ts";
