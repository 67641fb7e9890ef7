export { compressRotated } from "./compress-rotated.ts";
export { hasLog } from "./has-log.ts";
export { installCompressed } from "./install-compressed.ts";
export { type LogOwner, openLogFile } from "./open-log-file.ts";
export { type FollowOptions, followLog } from "./reading/follow-log.ts";
export {
  formatPosition,
  type LogPosition,
  parsePosition,
  type PlacedPiece,
} from "./reading/log-position.ts";
export type { LogPiece, LogStart, ReadOptions } from "./reading/log-piece.ts";
export { readLog } from "./reading/read-log.ts";
export { recoverLog, rotateLog } from "./rotate-log.ts";
export { isRotationDue, type RotationLimits } from "./rotation-limits.ts";
export { createTimeIndex, type Dropped, type TimeIndex } from "./time-index.ts";
export { logBeganAt } from "./time-records.ts";
