export { compressRotated } from "./compress-rotated.ts";
export { installCompressed } from "./install-compressed.ts";
export { type LogOwner, openLogFile } from "./open-log-file.ts";
export { type FollowOptions, followFile } from "./reading/follow-file.ts";
export { readLastLines } from "./reading/last-lines.ts";
export { recoverLog, rotateLog } from "./rotate-log.ts";
export { isRotationDue, type RotationLimits } from "./rotation-limits.ts";
export { createTimeIndex, type Dropped, type TimeIndex } from "./time-index.ts";
export { logBeganAt } from "./time-records.ts";
