import type { Capture } from "../model/process-values.ts";
import { choiceType } from "../values/choice-type.ts";
import { integerType, sizeType } from "../values/number-types.ts";
import { booleanType, pathType } from "../values/plain-types.ts";
import { optional } from "../values/scalar-type.ts";
import type { ProcessKeysOf } from "./process-keys-of.ts";

const captures: readonly Capture[] = ["pipe", "file", "none"];

/** Where its output goes. */
export const outputKeys: ProcessKeysOf<
  "capture" | "stdoutLogfile" | "stderrLogfile" | "redirectStderr" | "logMaxBytes" | "logBackups"
> = {
  capture: {
    type: choiceType(captures),
    default: "pipe",
    doc: "`pipe`: the engine captures it; `file`: the process is handed its file; `none`: thrown away. The portable engine hands over the file for both.",
    restart: true,
  },
  stdoutLogfile: {
    type: optional(pathType),
    default: null,
    doc: "File for standard output; `<id>.out.log` in the log directory when absent.",
    aliases: ["out_file"],
    restart: true,
  },
  stderrLogfile: {
    type: optional(pathType),
    default: null,
    doc: "File for standard error; `<id>.err.log` in the log directory when absent.",
    aliases: ["error_file"],
    restart: true,
  },
  redirectStderr: {
    type: booleanType,
    default: false,
    doc: "Whether standard error goes where standard output goes.",
    restart: true,
  },
  logMaxBytes: {
    type: sizeType,
    default: 50 * 1024 * 1024,
    doc: "A log file that has reached this size is rotated; `infinity`: never. The portable engine looks only when the process starts, since the process holds the file.",
    aliases: ["stdout_logfile_maxbytes"],
    restart: false,
  },
  logBackups: {
    type: integerType({ min: 0, max: 1000 }),
    default: 10,
    doc: "Rotated log files that are kept.",
    aliases: ["stdout_logfile_backups"],
    restart: false,
  },
};
